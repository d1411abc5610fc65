import Foundation

// Which alert of a proved bundle a person sees, or that there is none to see. Decided here, on the device: no server
// learns who is warned. The same rules as the alert’s decide.js.

enum Decision: Sendable {
    /// Show this alert in this wording. `exposure` counts its showings on this device, from 1.
    case show(alert: WarningAlert, variant: Variant, arm: String, exposure: Int)
    /// No campaign applies: show the general words with the contacts of the place.
    case general
    /// Nothing is to be shown, because of `audience`, `holdout` or `resting`: go on.
    case pass(reason: String, alert: WarningAlert?, arm: String?)
}

/// What this device remembers of one alert, times in milliseconds since 1970. Nothing of the person or the transfer.
struct AlertMemory: Codable, Sendable {
    var draw: Double?
    var variant: String?
    var shown: [Double] = []
}

/// Two draws in [0, 1).
struct Chances: Sendable {
    let arm: Double
    let variant: Double
}

private let hour: Double = 3_600_000  // ms
private let longest = 100  // showings per alert
private let arms = ["acknowledge": "alert", "pause": "alert+pause", "cool-off": "alert+pause"]
private let certain: Set<String> = ["Observed", "Likely"]

/// `context` holds what the app knows of the transfer; a fact it does not report matches.
func decide(
    _ bundle: WarningBundle, off: Off, placement: String, context: [String: String], memory: [String: AlertMemory],
    now: Date, chances: Chances
) -> Decision {
    let running = bundle.alerts.filter { $0.placement == placement && isRunning($0, bundle, off, now) }
    if running.isEmpty { return .general }
    let meant = running.filter { $0.audience.allSatisfy { holds($0, context) } }
    let superseded = Set(meant.compactMap { $0.supersedes })
    guard let alert = meant.first(where: { !superseded.contains($0.id) }) ?? meant.first else {
        return .pass(reason: "audience", alert: nil, arm: nil)
    }

    // A showing in the future is none: a clock set back must not silence the alert.
    let own = memory[alert.id] ?? AlertMemory()
    let shown = own.shown.filter { $0 <= milliseconds(now) }
    let isHeldOut = (own.draw ?? chances.arm) * 100 < Double(alert.holdout ?? 0)
    if isHeldOut && !certain.contains(alert.certainty ?? "") {
        return .pass(reason: "holdout", alert: alert, arm: "holdout")
    }
    let arm = arms[alert.friction] ?? "alert+questions"
    if isResting(alert.exposure, shown, now) { return .pass(reason: "resting", alert: alert, arm: arm) }
    let variant = variantOf(alert.variants, own.variant, chances.variant)
    return .show(alert: alert, variant: variant, arm: arm, exposure: shown.count + 1)
}

private func milliseconds(_ date: Date) -> Double { (date.timeIntervalSince1970 * 1000).rounded(.down) }

private func isRunning(_ alert: WarningAlert, _ bundle: WarningBundle, _ off: Off, _ now: Date) -> Bool {
    let today = String(ISO8601DateFormatter().string(from: now).prefix(10))
    let isOff =
        off.alerts.contains(alert.id) || off.groups.contains(where: { $0 == alert.group })
        || (bundle.cancelled ?? []).contains(alert.id)
    return !isOff && (alert.status ?? "Actual") == "Actual" && alert.startsOn <= today && today <= alert.endsOn
}

private func holds(_ condition: Condition, _ context: [String: String]) -> Bool {
    context[condition.fact].map { condition.anyOf.contains($0) } ?? true
}

private func isResting(_ exposure: Exposure?, _ shown: [Double], _ now: Date) -> Bool {
    guard let exposure, let last = shown.max() else { return false }
    let recent = shown.filter { milliseconds(now) - $0 < Double(exposure.withinHours) * hour }
    return recent.count >= exposure.most && milliseconds(now) - last < Double(exposure.restHours) * hour
}

/// A wording in proportion to its weight, but not the last one again: what looks the same is soon no longer read.
private func variantOf(_ variants: [Variant], _ last: String?, _ chance: Double) -> Variant {
    let others = variants.filter { $0.id != last }
    let choices = others.isEmpty ? variants : others
    var left = chance * choices.reduce(0) { $0 + Double($1.weight) }
    for choice in choices {
        left -= Double(choice.weight)
        if left < 0 { return choice }
    }
    return choices[0]
}

/// What to remember after a decision: the draw, and if the alert was shown, its wording and the time.
func remembered(_ memory: [String: AlertMemory], _ decision: Decision, _ now: Date, draw: Double)
    -> [String: AlertMemory]
{
    switch decision {
    case .show(let alert, let variant, _, _): return noted(memory, alert, draw, variant, now)
    case .pass(_, let alert?, _): return noted(memory, alert, draw, nil, now)
    default: return memory
    }
}

private func noted(
    _ memory: [String: AlertMemory], _ alert: WarningAlert, _ draw: Double, _ variant: Variant?, _ now: Date
) -> [String: AlertMemory] {
    var own = memory[alert.id] ?? AlertMemory()
    own.draw = own.draw ?? draw
    if let variant {
        own.variant = variant.id
        own.shown = Array((own.shown + [milliseconds(now)]).suffix(longest))
    }
    return memory.merging([alert.id: own]) { $1 }
}
