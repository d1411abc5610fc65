// How `JSON.stringify` spells a text, and which names it takes for an index.

let escapes: [(letter: Unicode.Scalar, meaning: UInt16)] = [
    ("\"", 0x22), ("\\", 0x5c), ("b", 0x08), ("f", 0x0c), ("n", 0x0a), ("r", 0x0d), ("t", 0x09),
]

/// A text as `JSON.stringify` writes it: half of a pair of surrogates is escaped, and nothing that need not be.
func spelt(_ text: [UInt16]) -> [UInt16] {
    var written = [unit("\"")]
    for at in text.indices {
        if let escape = escapes.first(where: { $0.meaning == text[at] }) {
            written += [unit("\\"), unit(escape.letter)]
        } else if text[at] < 0x20 || isHalf(text, at) {
            let digits = String(text[at], radix: 16)
            written += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf16)
        } else {
            written.append(text[at])
        }
    }
    return written + [unit("\"")]
}

/// Whether there is a surrogate without its other half.
func isHalf(_ text: [UInt16], _ at: Int) -> Bool {
    if UTF16.isLeadSurrogate(text[at]) { return at + 1 == text.count || !UTF16.isTrailSurrogate(text[at + 1]) }
    if UTF16.isTrailSurrogate(text[at]) { return at == 0 || !UTF16.isLeadSurrogate(text[at - 1]) }
    return false
}

private let largestIndex = 4_294_967_294  // of an array in JavaScript

func unit(_ ascii: Unicode.Scalar) -> UInt16 { UInt16(ascii.value) }

func isDigit(_ digit: UInt16) -> Bool { (0x30...0x39).contains(digit) }

/// The number of a name that JavaScript takes for an index.
func asIndex(_ name: [UInt16]) -> Int? {
    guard name.count <= 10, name.allSatisfy(isDigit), let value = Int(String(decoding: name, as: UTF16.self)),
        Array(String(value).utf16) == name, value <= largestIndex
    else { return nil }
    return value
}
