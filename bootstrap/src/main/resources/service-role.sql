DO $$
DECLARE
    owned text;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'fleet') THEN
        CREATE ROLE fleet;
    END IF;
    ALTER ROLE fleet LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '${verifier}';
    ALTER DATABASE postgres OWNER TO fleet;
    -- What the service made as the superuser, before it had a role of its own. What belongs to an extension stays.
    FOR owned IN
        SELECT 'TABLE ' || oid::regclass FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        UNION ALL
        SELECT 'FUNCTION ' || oid::regprocedure FROM pg_proc WHERE pronamespace = 'public'::regnamespace
            AND NOT EXISTS (
                SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e')
    LOOP
        EXECUTE 'ALTER ' || owned || ' OWNER TO fleet';
    END LOOP;
END $$;
