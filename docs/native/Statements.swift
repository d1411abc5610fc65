import CryptoKit
import Foundation

// DSSE envelopes: bytes → a statement that every party has signed.

/// Something is not proved; `code` is permanent and the same in every client.
struct LoadFailure: Error {
    let code: String
}

func prove(_ holds: Bool, _ code: String) throws {
    if !holds { throw LoadFailure(code: code) }
}

struct TrustedKey: Decodable, Sendable {
    let keyid: String
    let algorithm: String
    let spki: String
}

/// `trust.json`: pin it in the app, and never take it from the network.
struct Trust: Decodable, Sendable {
    let development: Bool?
    let latest: [TrustedKey]
    let exchange: [TrustedKey]
    let police: [String: [TrustedKey]]
}

/// The statement in an envelope. `parties` holds the keys of each party: signature n must be by a key of party n.
func openStatement(_ data: Data, _ name: String, _ parties: [[TrustedKey]]) throws -> Json {
    let malformed = "\(name)-malformed"
    let type = "application/vnd.antiscam.\(name).v1+json"
    let envelope = try Json(strict: data, code: malformed)
    try prove(envelope.has(["payload", "payloadType", "signatures"]), malformed)
    guard case .list(let signatures)? = envelope["signatures"] else { throw LoadFailure(code: malformed) }
    try prove(envelope["payloadType"]?.says(type) == true, "\(name)-type")
    let payload = try unbase64(envelope["payload"], malformed)

    try prove(signatures.count == parties.count, "\(name)-signature")
    // What is signed: type and payload with their lengths (DSSE 1.0.2, PAE).
    let message = Data("DSSEv1 \(type.utf8.count) \(type) \(payload.count) ".utf8) + payload
    for (signature, keys) in zip(signatures, parties) { try proveSignature(message, signature, keys, name) }
    return try Json(strict: payload, code: malformed)
}

private func proveSignature(_ message: Data, _ signature: Json, _ keys: [TrustedKey], _ name: String) throws {
    try prove(signature.has(["keyid", "sig"]), "\(name)-malformed")
    let sig = try unbase64(signature["sig"], "\(name)-malformed")
    guard let key = keys.first(where: { signature["keyid"]?.says($0.keyid) == true })
    else { throw LoadFailure(code: "\(name)-signature") }
    try prove(sig.count == 64, "\(name)-signature")
    try prove(verifies(key, sig, message), "\(name)-signature")
}

/// The algorithm is the pinned key’s; the message has no say in it.
private func verifies(_ key: TrustedKey, _ sig: Data, _ message: Data) throws -> Bool {
    let spki = try unbase64(.text(Array(key.spki.utf16)), "no-crypto")
    switch key.algorithm {
    case "ES256":
        guard let known = try? P256.Signing.PublicKey(derRepresentation: spki) else {
            throw LoadFailure(code: "no-crypto")
        }
        // CryptoKit takes r and s side by side, as they are published, and digests with SHA-256.
        guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: sig) else { return false }
        return known.isValidSignature(signature, for: message)
    case "Ed25519":
        // CryptoKit takes the bare 32 bytes, which follow a prefix that is the same for every such key (RFC 8410).
        guard spki.count == 44, spki.prefix(12) == prefixOfEd25519,
            let known = try? Curve25519.Signing.PublicKey(rawRepresentation: spki.suffix(32))
        else { throw LoadFailure(code: "no-crypto") }
        return known.isValidSignature(sig, for: message)
    default:
        throw LoadFailure(code: "no-crypto")
    }
}

private let prefixOfEd25519 = Data([0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00])

/// Base64 in its one spelling.
private func unbase64(_ text: Json?, _ code: String) throws -> Data {
    guard let string = text?.string, let data = Data(base64Encoded: string), data.base64EncodedString() == string
    else { throw LoadFailure(code: code) }
    return data
}

func sha256(_ data: Data) -> String {
    SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined()
}
