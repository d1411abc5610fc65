// How the parts of a JSON value are reached.

extension Json {
    /// A member of an object; nothing for anything else, and for what is not there.
    subscript(name: String) -> Json? {
        guard case .object(let members) = self else { return nil }
        let wanted = Array(name.utf16)
        return members.first { $0.name == wanted }?.value
    }

    /// Whether these are an object’s members, all of them and in this order.
    func has(_ names: [String]) -> Bool {
        guard case .object(let members) = self else { return false }
        return members.map { $0.name } == names.map { Array($0.utf16) }
    }

    /// Whether this is exactly this text, unit by unit.
    func says(_ text: String) -> Bool {
        guard case .text(let units) = self else { return false }
        return units == Array(text.utf16)
    }

    var isObject: Bool {
        if case .object = self { return true }
        return false
    }

    var string: String? {
        guard case .text(let units) = self else { return nil }
        return String(decoding: units, as: UTF16.self)
    }

    var whole: Int? {
        guard case .number(let value) = self else { return nil }
        return value
    }

    var items: [Json]? {
        guard case .list(let items) = self else { return nil }
        return items
    }
}
