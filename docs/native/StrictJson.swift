import Foundation

// JSON in its one spelling → a value, so that no two readers can understand it differently.
// Texts and names stay UTF-16 units: Swift’s own strings hold equal what is written differently.

enum Json: Sendable {
    case object([(name: [UInt16], value: Json)])
    case list([Json])
    case text([UInt16])
    case number(Int)
    case truth(Bool)
    case null

    /// The value, if JavaScript’s `JSON.stringify` of it gives the same bytes again. Fails with the code otherwise.
    init(strict data: Data, code: String) throws {
        let units = Array(String(decoding: data, as: UTF8.self).utf16)
        var reader = StrictReader(units: units)
        // What is no UTF-8 was replaced while it was decoded, and is not the same any more.
        guard Data(String(decoding: units, as: UTF16.self).utf8) == data, let value = try? reader.whole() else {
            throw LoadFailure(code: code)
        }
        self = value
    }
}

private struct Misspelt: Error {}

private let deepest = 200
private let mostExact = 9_007_199_254_740_991  // the largest whole number that JavaScript keeps exactly
private let largestIndex = 4_294_967_294  // of an array in JavaScript

private struct StrictReader {
    let units: [UInt16]
    var at = 0
    var depth = 0

    init(units: [UInt16]) {
        self.units = units
    }

    mutating func whole() throws -> Json {
        let read = try value()
        try expect(at == units.count)
        return read
    }

    private mutating func value() throws -> Json {
        switch next {
        case unit("{"): return try nested { reader in try .object(reader.members()) }
        case unit("["): return try nested { reader in try .list(reader.items()) }
        case unit("\""): return try .text(string())
        case unit("t"): return try word("true", .truth(true))
        case unit("f"): return try word("false", .truth(false))
        case unit("n"): return try word("null", .null)
        default: return try .number(number())
        }
    }

    private mutating func nested(_ read: (inout StrictReader) throws -> Json) throws -> Json {
        depth += 1
        try expect(depth <= deepest)
        at += 1
        let inner = try read(&self)
        depth -= 1
        return inner
    }

    private mutating func items() throws -> [Json] {
        var found: [Json] = []
        if skip("]") { return found }
        repeat { found.append(try value()) } while skip(",")
        try expect(skip("]"))
        return found
    }

    private mutating func members() throws -> [(name: [UInt16], value: Json)] {
        var found: [(name: [UInt16], value: Json)] = []
        if skip("}") { return found }
        repeat {
            let name = try string()
            try expect(skip(":"))
            found.append((name: name, value: try value()))
        } while skip(",")
        try expect(skip("}"))
        try expect(Set(found.map { $0.name }).count == found.count)
        // JavaScript puts members that are named like an index first, in their order.
        let indices = found.compactMap { asIndex($0.name) }
        try expect(found.prefix(indices.count).map { asIndex($0.name) } == indices.sorted())
        return found
    }

    private mutating func number() throws -> Int {
        let start = at
        if next == unit("-") { at += 1 }
        let first = at
        while let digit = next, isDigit(digit) { at += 1 }
        let text = String(decoding: units[start..<at], as: UTF16.self)
        // One spelling: no leading 0, no -0.
        guard at > first, let value = Int(text), String(value) == text else { throw Misspelt() }
        try expect(abs(value) <= mostExact)
        return value
    }

    private mutating func word(_ word: String, _ meaning: Json) throws -> Json {
        let letters = Array(word.utf16)
        try expect(units[at...].starts(with: letters))
        at += letters.count
        return meaning
    }

    private mutating func string() throws -> [UInt16] {
        try expect(next == unit("\""))
        let start = at
        var read: [UInt16] = []
        at += 1
        while next != unit("\"") { read.append(try character()) }
        at += 1
        try expect(spelt(read) == Array(units[start..<at]))
        return read
    }

    private mutating func character() throws -> UInt16 {
        let first = try take()
        if first != unit("\\") { return first }
        let escaped = try take()
        if escaped != unit("u") {
            guard let meaning = escapes.first(where: { unit($0.letter) == escaped })?.meaning else { throw Misspelt() }
            return meaning
        }
        let digits = try [take(), take(), take(), take()]
        guard let value = UInt16(String(decoding: digits, as: UTF16.self), radix: 16) else { throw Misspelt() }
        return value
    }

    private var next: UInt16? { at < units.count ? units[at] : nil }

    private mutating func take() throws -> UInt16 {
        guard let taken = next else { throw Misspelt() }
        at += 1
        return taken
    }

    private mutating func skip(_ wanted: Unicode.Scalar) -> Bool {
        guard next == unit(wanted) else { return false }
        at += 1
        return true
    }

    private func expect(_ holds: Bool) throws {
        if !holds { throw Misspelt() }
    }
}

func unit(_ ascii: Unicode.Scalar) -> UInt16 { UInt16(ascii.value) }

private func isDigit(_ digit: UInt16) -> Bool { (0x30...0x39).contains(digit) }

private func asIndex(_ name: [UInt16]) -> Int? {
    guard name.count <= 10, name.allSatisfy(isDigit), let value = Int(String(decoding: name, as: UTF16.self)),
        Array(String(value).utf16) == name, value <= largestIndex
    else { return nil }
    return value
}
