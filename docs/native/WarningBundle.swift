import Foundation

// What an app reads of a bundle. What may be missing is optional, members that it does not know are ignored, and words
// of a fixed choice stay texts, so that one that comes later fails nobody.

struct WarningBundle: Decodable, Sendable {
    let jurisdiction, locale, direction, label, speaker: String
    let notices: [String]
    let firstCall: String
    let contacts: [Contact]
    let scams: [Scam]
    let alerts: [WarningAlert]
    let cancelled: [String]?
    let sent: Sent?
    let evidence: Evidence?
    let labels: Labels?

    enum CodingKeys: String, CodingKey {
        case jurisdiction, locale, direction, label, speaker, notices, contacts, scams, alerts, cancelled
        case sent, evidence, labels
        case firstCall = "first_call"
    }
}

struct Contact: Decodable, Sendable {
    let id, kind, name: String
    let helpsWith: String
    let limits, url, hours: String?
    let phone: Phone?
    let checked: String
    let stale: Bool?

    enum CodingKeys: String, CodingKey {
        case id, kind, name, limits, url, hours, phone, checked, stale
        case helpsWith = "helps_with"
    }
}

struct Phone: Decodable, Sendable {
    let number, display, href: String
}

struct Scam: Decodable, Sendable {
    let id, language, title: String
    let redFlags: [String]
    let icon, page: String?
    let example: Example?

    enum CodingKeys: String, CodingKey {
        case id, language, title, icon, page, example
        case redFlags = "red_flags"
    }
}

struct Example: Decodable, Sendable {
    let setting: String
    let lines: [Line]
}

struct Line: Decodable, Sendable {
    let who, speaker, text: String
}

struct Condition: Decodable, Sendable {
    let fact: String
    let anyOf: [String]

    enum CodingKeys: String, CodingKey {
        case fact
        case anyOf = "any_of"
    }
}

struct Variant: Decodable, Sendable {
    let id: String
    let weight: Int
    let heading, consequence: String
}

struct Situation: Decodable, Sendable {
    let id, text, scam: String
}

struct Pause: Decodable, Sendable {
    let hours: Int
    let label: String
}

/// After `most` showings on a device in the last `withinHours`, the alert rests, `restHours` from the last one.
struct Exposure: Decodable, Sendable {
    let most, withinHours, restHours: Int

    enum CodingKeys: String, CodingKey {
        case most
        case withinHours = "within_hours"
        case restHours = "rest_hours"
    }
}
