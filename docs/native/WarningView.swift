// What the screen says: the general words, or those of a proved bundle.

struct WarningView: Sendable {
    var direction, language, label, speaker, heading, consequence: String
    var question, answerYes, answerNo, adviceYes, adviceNo, answerFirst: String
    var signsHeading: String
    var signs: [String]
    var callHeading, callUnknown, stop, proceed: String
    var notices: [String]
    var asksFirst = true
    var contacts: [Contact] = []
    var scams: [Scam] = []
    var situations: [Situation] = []
    var pauses: [Pause] = []
    var pausesHeading = ""
    var coolOff: String?
    var coolOffHours: Int?
    var sent: Sent?

    /// Instead of a proved bundle. It knows no number.
    init(_ words: Baseline, code: String?) {
        (direction, language, label, speaker) = (words.direction, words.language, words.label, words.speaker)
        (heading, consequence, question) = (words.heading, words.consequence, words.question)
        (answerYes, answerNo, answerFirst) = (words.answerYes, words.answerNo, words.answerFirst)
        (adviceYes, adviceNo) = (words.adviceYes, words.adviceNo)
        (signsHeading, signs) = (words.signsHeading, words.signs)
        (callHeading, callUnknown) = (words.callHeading, words.callUnknown)
        (stop, proceed) = (words.stop, words.proceed)
        let reason = code.map { words.unverified.replacing("{code}", with: $0) }
        notices = [reason].compactMap { $0 } + words.notices
    }

    /// Of a proved bundle; without an alert to show, the general words with the contacts of the place.
    init(_ warning: ProvedWarning, _ decision: Decision, _ words: Baseline) {
        self.init(words, code: nil)
        let bundle = warning.bundle
        let freshness = warning.proved.freshness
        (direction, language, label, speaker) = (bundle.direction, bundle.locale, bundle.label, bundle.speaker)
        notices = (freshness == .fresh ? [] : [words.stale]) + bundle.notices
        // Long without a valid pointer: the numbers may have been withdrawn since.
        let first = bundle.contacts.filter { $0.id == bundle.firstCall }
        let others = bundle.contacts.filter { $0.id != bundle.firstCall }
        contacts = freshness == .outdated ? [] : first + others
        sent = bundle.sent
        if case .show(let alert, let variant, _, _) = decision { say(alert, variant, bundle) }
    }

    private mutating func say(_ alert: WarningAlert, _ variant: Variant, _ bundle: WarningBundle) {
        (heading, consequence, question) = (variant.heading, variant.consequence, alert.question)
        (answerYes, answerNo) = (alert.answerYes, alert.answerNo)
        (adviceYes, adviceNo) = (alert.adviceYes, alert.adviceNo)
        (signsHeading, signs) = (alert.scamsHeading, [])
        scams = alert.scams.compactMap { id in bundle.scams.first { $0.id == id } }
        situations = alert.situations ?? []
        (callHeading, stop, proceed) = (alert.callHeading, alert.stop, alert.proceed)
        asksFirst = alert.friction != "acknowledge"  // a friction of a later version asks, too
        pauses = alert.friction == "pause" && bundle.labels != nil ? alert.pauses ?? [] : []
        pausesHeading = bundle.labels?.pauses ?? ""
        (coolOff, coolOffHours) = (alert.coolOff, alert.coolOffHours)
    }
}

/// What comes before the transfer, or nil if it is proved that nothing does: then the app may go on.
func screen(_ found: Found, _ decision: Decision, _ words: Baseline) -> WarningView? {
    guard let warning = found.warning else { return WarningView(words, code: found.code) }
    if case .pass = decision, warning.proved.freshness == .fresh { return nil }
    return WarningView(warning, decision, words)
}
