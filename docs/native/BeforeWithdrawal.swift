import Foundation

// Everything together: what stands before a withdrawal.

/// What “antiscam export app-fallback” made, unpacked into a folder of the app’s own package.
struct ShippedWarnings {
    let trust: Trust
    let get: Get
    private let baselines: [Baseline]

    init(folder: URL) throws {
        let keys = try Data(contentsOf: folder.appendingPathComponent("warnings/v1/trust.json"))
        let words = try Data(contentsOf: folder.appendingPathComponent("baseline.json"))
        trust = try JSONDecoder().decode(Trust.self, from: keys)
        baselines = try JSONDecoder().decode([Baseline].self, from: words)
        get = fromPackage(folder)
    }

    func baseline(_ locale: String) -> Baseline {
        baselines.first { $0.language == locale }
            ?? baselines.first { scriptOf($0.language) == scriptOf(locale) }
            ?? baselines[0]
    }
}

/// Where the app keeps what it remembers of its alerts, such as its defaults.
protocol AlertMemories {
    func read() -> [String: AlertMemory]
    func write(_ memory: [String: AlertMemory])
}

/// The view to show before the transfer, or nil if it is proved that there is none.
func beforeWithdrawal(
    _ shipped: ShippedWarnings, _ sources: Sources, _ memories: AlertMemories, jurisdiction: String, locale: String,
    context: [String: String], now: Date = Date()
) async -> WarningView? {
    let found = await findWarning(shipped.trust, jurisdiction, locale, now, sources)
    let chances = Chances(arm: .random(in: 0..<1), variant: .random(in: 0..<1))
    let memory = memories.read()
    var decision = Decision.general
    if let warning = found.warning {
        decision = decide(
            warning.bundle, off: warning.proved.off, placement: "withdrawal", context: context, memory: memory,
            now: now, chances: chances)
    }
    memories.write(remembered(memory, decision, now, draw: chances.arm))
    return screen(found, decision, shipped.baseline(locale))
}
