import Foundation

// Shapes of what is read: what the app uses must be there and be text. Members it does not know are ignored.

typealias Fits = @Sendable (Json?) -> Bool

private let isText: Fits = { json in
    guard case .text(let units)? = json else { return false }
    return (1...2000).contains(units.count) && !units.indices.contains { isHalf(units, $0) }
}
private let isWhole: Fits = { $0?.whole != nil }
private let isCount: Fits = { ($0?.whole ?? 0) > 0 }
private let isVersion: Fits = { (2_000_000_000...9_999_999_999).contains($0?.whole ?? 0) }
private let isDay = matching("[0-9]{4}-[0-9]{2}-[0-9]{2}")
private let isMoment: Fits = { $0?.string.flatMap(moment) != nil }

/// Whole seconds that are read and written again in the same way: no 30 February, no hour 24.
func moment(_ text: String) -> Date? {
    let formatter = ISO8601DateFormatter()
    guard text.utf16.count == 20, text.hasPrefix("2"), let date = formatter.date(from: text),
        formatter.string(from: date) == text
    else { return nil }
    return date
}

private func matching(_ pattern: String) -> Fits {
    { $0?.string?.range(of: "\\A(?:\(pattern))\\z", options: .regularExpression) != nil }
}

private func maybe(_ fits: @escaping Fits) -> Fits {
    { json in
        switch json {
        case nil, .null?: return true
        default: return fits(json)
        }
    }
}

private func list(_ fits: @escaping Fits) -> Fits {
    { $0?.items?.allSatisfy(fits) ?? false }
}

private func shape(_ texts: String = "", _ fields: [String: Fits] = [:]) -> Fits {
    let names = texts.split(separator: " ").map(String.init)
    return { json in
        guard let json, json.isObject, json["__proto__"] == nil else { return false }
        return names.allSatisfy { isText(json[$0]) } && fields.allSatisfy { $0.value(json[$0.key]) }
    }
}

private func with(_ shared: [String: Fits], _ own: [String: Fits]) -> [String: Fits] {
    shared.merging(own) { _, own in own }
}

private let digest: [String: Fits] = ["sha256": matching("[0-9a-f]{64}"), "length": isWhole]
private let statement: [String: Fits] = ["version": isVersion, "issued": isMoment, "expires": isMoment]
private let isOff = shape("", ["alerts": list(isText), "groups": list(isText)])
let isLatest = shape("", with(statement, [
    "releases": list(shape("jurisdiction", with(digest, ["version": isVersion]))),
    "off": maybe(isOff),
]))
let isRelease = shape("jurisdiction", with(statement, ["bundles": list(shape("locale", digest))]))

// A link leads to a plain https address or dials digits, whoever wrote it.
private let isPhone = shape("kind number display", ["href": matching("tel:\\+?[0-9]{2,15}")])
private let isContact = shape("id kind name helps_with checked", [
    "limits": maybe(isText),
    "hours": maybe(isText),
    "phone": maybe(isPhone),
    "url": maybe(matching("https://[a-z0-9.-]+(/[A-Za-z0-9/._~-]*)?")),
])
private let isExposure = shape("", ["most": isCount, "within_hours": isCount, "rest_hours": isCount])
private let isVariant = shape("id heading consequence", ["weight": isCount])
private let isVariants: Fits = { list(isVariant)($0) && $0?.items?.isEmpty == false }
private let alertTexts = "id language placement friction question answer_yes answer_no advice_yes advice_no "
    + "scams_heading call_heading stop proceed"
private let isAlert = shape(alertTexts, [
    "supersedes": maybe(isText), "group": maybe(isText), "status": maybe(isText), "certainty": maybe(isText),
    "starts_on": isDay,
    "ends_on": isDay,
    "audience": list(shape("fact", ["any_of": list(isText)])),
    "variants": isVariants,
    "scams": list(isText),
    "situations": maybe(list(shape("id text scam"))),
    "holdout": maybe(isWhole),
    "exposure": maybe(isExposure),
    "cool_off": maybe(isText),
    "cool_off_hours": maybe(isCount),
    "pauses": maybe(list(shape("label", ["hours": isCount]))),
])
private let isScam = shape("id language title", [
    "red_flags": list(isText),
    "icon": maybe(matching("[0-9MLHVCSQTAZmlhvcsqtaz., -]{1,2000}")),
    "example": maybe(shape("setting", ["lines": list(shape("who speaker text"))])),
    "page": maybe(isText),
])
let isBundle = shape("jurisdiction locale label speaker first_call", [
    "format": { $0?.says("antiscam-bundle/1") == true },
    "direction": { $0?.says("ltr") == true || $0?.says("rtl") == true },
    "notices": list(isText),
    "contacts": list(isContact),
    "alerts": list(isAlert),
    "scams": list(isScam),
    "cancelled": maybe(list(isText)),
    "sent": maybe(shape("heading lead", ["steps": list(isText)])),
    "evidence": maybe(shape("heading lead save saved note", ["fields": list(shape("id label"))])),
    "labels": maybe(shape("signs example read_more pauses")),
])
