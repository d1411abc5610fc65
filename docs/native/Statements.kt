package scamwarning

// DSSE envelopes: bytes → a statement that every party has signed.

import java.security.GeneralSecurityException
import java.security.KeyFactory
import java.security.MessageDigest
import java.security.PublicKey
import java.security.Signature
import java.security.SignatureException
import java.security.interfaces.ECPublicKey
import java.security.spec.X509EncodedKeySpec
import java.util.Base64
import kotlinx.serialization.Serializable

/** Something is not proved; `code` is permanent and the same in every client. */
class LoadFailure(val code: String) : Exception(code)

fun prove(holds: Boolean, code: String) {
    if (!holds) throw LoadFailure(code)
}

@Serializable
data class TrustedKey(val keyid: String, val algorithm: String, val spki: String)

/** `trust.json`: pin it in the app, and never take it from the network. */
@Serializable
data class Trust(
    val development: Boolean = false,
    val latest: List<TrustedKey>,
    val exchange: List<TrustedKey>,
    val police: Map<String, List<TrustedKey>>,
)

/** The statement in an envelope. `parties` holds the keys of each party: signature n must be by a key of party n. */
fun openStatement(bytes: ByteArray, name: String, parties: List<List<TrustedKey>>): Any? {
    val malformed = "$name-malformed"
    val type = "application/vnd.antiscam.$name.v1+json"
    val envelope = strictJson(bytes, malformed) as? Map<*, *>
    prove(envelope?.keys?.toList() == listOf("payload", "payloadType", "signatures"), malformed)
    val signatures = envelope!!["signatures"] as? List<*> ?: throw LoadFailure(malformed)
    prove(envelope["payloadType"] == type, "$name-type")
    val payload = unbase64(envelope["payload"], malformed)

    prove(signatures.size == parties.size, "$name-signature")
    // What is signed: type and payload with their lengths (DSSE 1.0.2, PAE).
    val message = "DSSEv1 ${type.length} $type ${payload.size} ".encodeToByteArray() + payload
    signatures.zip(parties) { signature, keys -> proveSignature(message, signature, keys, name) }
    return strictJson(payload, malformed)
}

private fun proveSignature(message: ByteArray, signature: Any?, keys: List<TrustedKey>, name: String) {
    prove((signature as? Map<*, *>)?.keys?.toList() == listOf("keyid", "sig"), "$name-malformed")
    val (keyid, text) = (signature as Map<*, *>).values.toList()
    val sig = unbase64(text, "$name-malformed")
    val key = keys.find { it.keyid == keyid } ?: throw LoadFailure("$name-signature")
    prove(sig.size == 64 && verifies(key, sig, message), "$name-signature")
}

/** The algorithm is the pinned key’s; the message has no say in it. */
private fun verifies(key: TrustedKey, sig: ByteArray, message: ByteArray): Boolean {
    val (verifier, public) = try {
        when (key.algorithm) {
            "ES256" -> Signature.getInstance("SHA256withECDSA") to publicKey("EC", key).also(::proveCurve)
            "Ed25519" -> Signature.getInstance("Ed25519") to publicKey("Ed25519", key) // Android 13 or newer
            else -> throw LoadFailure("no-crypto")
        }
    } catch (_: GeneralSecurityException) {
        throw LoadFailure("no-crypto") // this device does not know the algorithm, or cannot read the key
    }
    return try {
        verifier.initVerify(public)
        verifier.update(message)
        verifier.verify(if (key.algorithm == "ES256") derOf(sig) else sig)
    } catch (_: SignatureException) {
        false
    }
}

private fun publicKey(family: String, key: TrustedKey): PublicKey =
    KeyFactory.getInstance(family).generatePublic(X509EncodedKeySpec(unbase64(key.spki, "no-crypto")))

private fun proveCurve(key: PublicKey) {
    val curve = (key as? ECPublicKey)?.params
    prove(curve?.order?.toString(16) == "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", "no-crypto")
}

/** r and s side by side, 32 bytes each → the DER that java.security wants: SEQUENCE { INTEGER r, INTEGER s }. */
private fun derOf(sig: ByteArray): ByteArray {
    val numbers = derNumber(sig.copyOfRange(0, 32)) + derNumber(sig.copyOfRange(32, 64))
    return byteArrayOf(0x30, numbers.size.toByte()) + numbers
}

private fun derNumber(digits: ByteArray): ByteArray {
    val shortest = java.math.BigInteger(1, digits).toByteArray() // with a leading 0 where the first bit is set
    return byteArrayOf(0x02, shortest.size.toByte()) + shortest
}

/** Base64 in its one spelling. */
private fun unbase64(text: Any?, code: String): ByteArray {
    val bytes = try {
        Base64.getDecoder().decode(text as? String ?: throw LoadFailure(code))
    } catch (_: IllegalArgumentException) {
        throw LoadFailure(code)
    }
    prove(Base64.getEncoder().encodeToString(bytes) == text, code)
    return bytes
}

fun sha256(bytes: ByteArray): String =
    MessageDigest.getInstance("SHA-256").digest(bytes).joinToString("") { "%02x".format(it) }
