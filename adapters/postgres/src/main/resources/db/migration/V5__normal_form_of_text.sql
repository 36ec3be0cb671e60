-- The forms in which the domain keeps text, as far as PostgreSQL can say it in every version and locale. What it cannot, such as
-- upper case beyond ASCII, it lets pass: it must not refuse what the domain takes. V5_1 brings all text to them.

-- Fails, and says why, in a database that is not in UTF8.
SELECT 'fleet' IS NFC NORMALIZED;

-- NFC, no White_Space at either end, no control, no bidi embedding, override or isolate.
CREATE FUNCTION is_normal_text(value text) RETURNS boolean
    IMMUTABLE PARALLEL SAFE
    RETURN value IS NFC NORMALIZED
        AND value !~ '^[ \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]'
        AND value !~ '[ \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$'
        AND value !~ '[\u0001-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]';

-- Besides, NFKC, with no ASCII in lower case, no white space but single spaces, and no dash but hyphen-minus. What NFKC replaces
-- by one of the others is not listed.
CREATE FUNCTION is_normal_plate(value text) RETURNS boolean
    IMMUTABLE PARALLEL SAFE
    RETURN is_normal_text(value)
        AND value IS NFKC NORMALIZED
        AND value !~ '[a-z]|  |[\u1680\u2028\u2029]'
        AND value !~ '[\u058a\u05be\u1400\u1806\u2010\u2012-\u2015\u2053\u2212\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u2e5d\u301c\u3030\u30a0]'
        AND value !~ '[\U00010d6e\U00010ead]';
