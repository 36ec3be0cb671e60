-- The same check as in V5, in PL/pgSQL. PostgreSQL expands a function in SQL into each CHECK that calls it, and plans the result
-- again for every INSERT, which took ten times as long as the check itself (ADR 0034).
CREATE OR REPLACE FUNCTION is_normal_text(value text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
    BEGIN
        RETURN value IS NFC NORMALIZED
            AND value !~ '^[ \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]'
            AND value !~ '[ \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$'
            AND value !~ '[\u0001-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]';
    END
    $$;
