package dev.fleetbooking.bootstrap.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Signs tokens, valid and otherwise, without a library that would refuse to. */
public class SignedTokens {

    public static final String AUDIENCE = "fleet";
    public static final String ISSUER = "https://issuer.example";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Map<String, String> HEADER = Map.of("alg", "RS256", "typ", "at+jwt");
    private static final KeyPair KEY = newKey();
    private static final KeyPair OTHER_KEY = newKey();
    private static final Map<List<Object>, String> SIGNED = new ConcurrentHashMap<>();

    private final Instant now;

    /** @param now the time of the service */
    public SignedTokens(Instant now) {
        this.now = now;
    }

    /** A file with the key that signs the tokens. */
    public static Path publicKey() {
        try {
            var file = Files.createTempFile("key", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n".formatted(
                    Base64.getMimeEncoder().encodeToString(KEY.getPublic().getEncoded())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same key, as issuers publish theirs (RFC 7517). */
    public static String publicKeys() {
        var key = (RSAPublicKey) KEY.getPublic();
        return JSON.writeValueAsString(Map.of("keys", List.of(Map.of(
                "kty", "RSA", "n", BASE64.encodeToString(key.getModulus().toByteArray()),
                "e", BASE64.encodeToString(key.getPublicExponent().toByteArray())))));
    }

    /** The claims of a valid token, and others. */
    public Map<String, Object> claims(String account, Map<String, ?> others) {
        var claims = new HashMap<String, Object>(Map.of(
                "iss", ISSUER, "sub", account, "aud", AUDIENCE, "exp", now.plus(Duration.ofMinutes(5)).getEpochSecond()));
        claims.putAll(others);
        return claims;
    }

    public String signed(Map<String, ?> claims) {
        return signed(HEADER, claims, KEY);
    }

    /** Names a key, so that a service which does not know it asks the issuer for its keys. */
    public String signedByKeyNamed(String name, Map<String, ?> claims) {
        return signed(Map.of("alg", "RS256", "typ", "at+jwt", "kid", name), claims, KEY);
    }

    public String signedByAnotherKey(Map<String, ?> claims) {
        return signed(HEADER, claims, OTHER_KEY);
    }

    /** RFC 7518, section 3.6. */
    public String unsigned(Map<String, ?> claims) {
        return encoded(Map.of("alg", "none")) + "." + encoded(claims) + ".";
    }

    /** Signs equal tokens once, because C1 takes long for that. */
    private static String signed(Map<String, ?> header, Map<String, ?> claims, KeyPair key) {
        var content = encoded(header) + "." + encoded(claims);
        return SIGNED.computeIfAbsent(List.of(content, key), _ -> content + "." + signature(content, key));
    }

    private static String signature(String content, KeyPair key) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(content.getBytes(UTF_8));
            return BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, ?> json) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(json));
    }

    /** Half as long as issuers' (RFC 7518, section 3.3), because C1 takes seconds to generate those, and long to sign with them. */
    private static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
