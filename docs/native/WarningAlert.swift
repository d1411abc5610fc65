import Foundation

// The alert of a bundle, the words around it, and the general words that an app ships.

struct WarningAlert: Decodable, Sendable {
    let id, language, placement: String
    let group, status, certainty: String?
    let startsOn, endsOn: String
    let audience: [Condition]
    let friction: String
    let pauses: [Pause]?
    let coolOffHours: Int?
    let coolOff: String?
    let exposure: Exposure?
    let holdout: Int?
    let variants: [Variant]
    let question, answerYes, answerNo, adviceYes, adviceNo: String
    let scamsHeading: String
    let scams: [String]
    let situations: [Situation]?
    let callHeading, stop, proceed: String
    let supersedes: String?

    enum CodingKeys: String, CodingKey {
        case id, language, placement, group, status, certainty, audience, friction, pauses, exposure, holdout, variants
        case question, scams, situations, stop, proceed, supersedes
        case startsOn = "starts_on"
        case endsOn = "ends_on"
        case coolOffHours = "cool_off_hours"
        case coolOff = "cool_off"
        case answerYes = "answer_yes"
        case answerNo = "answer_no"
        case adviceYes = "advice_yes"
        case adviceNo = "advice_no"
        case scamsHeading = "scams_heading"
        case callHeading = "call_heading"
    }
}

/// What to do if the money is already gone.
struct Sent: Decodable, Sendable {
    let heading, lead: String
    let steps: [String]
}

/// What to keep for the police: filled in and saved on the device, sent to nobody.
struct Evidence: Decodable, Sendable {
    let heading, lead, save, saved, note: String
    let fields: [Field]

    struct Field: Decodable, Sendable {
        let id, label: String
    }
}

struct Labels: Decodable, Sendable {
    let signs, example, pauses: String
    let readMore: String

    enum CodingKeys: String, CodingKey {
        case signs, example, pauses
        case readMore = "read_more"
    }
}

/// What the pointer turns off although it is signed.
struct Off: Sendable {
    let alerts, groups: [String]

    init(_ json: Json?) {
        alerts = json?["alerts"]?.items?.compactMap { $0.string } ?? []
        groups = json?["groups"]?.items?.compactMap { $0.string } ?? []
    }
}

/// `baseline.json` from the app’s own package, the first language for everybody else; never from the network.
/// General words that name no number: they cannot know which place is right.
struct Baseline: Decodable, Sendable {
    let language, direction: String
    let notices: [String]
    let label, speaker, heading, consequence: String
    let question, answerYes, answerNo, adviceYes, adviceNo, answerFirst: String
    let signsHeading: String
    let signs: [String]
    let callHeading, callUnknown, stop, proceed, unverified, stale: String

    enum CodingKeys: String, CodingKey {
        case language, direction, notices, label, speaker, heading, consequence, question, signs, stop, proceed
        case unverified, stale
        case answerYes = "answer_yes"
        case answerNo = "answer_no"
        case adviceYes = "advice_yes"
        case adviceNo = "advice_no"
        case answerFirst = "answer_first"
        case signsHeading = "signs_heading"
        case callHeading = "call_heading"
        case callUnknown = "call_unknown"
    }
}
