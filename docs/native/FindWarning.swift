import Foundation

// The network first, then what this device proved last, then what the app ships, then the general words.

/// What can be shown: a proved warning, or none. `source` and `code` are those of the element’s events.
struct Found: Sendable {
    let warning: ProvedWarning?
    let source: String
    let code: String?

    init(_ warning: ProvedWarning?, _ source: String, _ code: String?) {
        self.warning = warning
        self.code = code
        switch warning?.proved.freshness {
        case nil: self.source = "baseline"
        case .fresh?: self.source = source
        case let old?: self.source = old.rawValue
        }
    }
}

/// `network` takes whether to go past caches; `shipped` reads the app’s own package; both below `warnings/v1/`.
struct Sources {
    let network: (_ pastCaches: Bool) -> Get
    let kept: KeptWarnings
    let shipped: Get
}

/// Takes at most the time that the network is given: call it before the button is pressed.
func findWarning(_ trust: Trust, _ jurisdiction: String, _ locale: String, _ now: Date, _ sources: Sources) async
    -> Found
{
    let isDevelopment = trust.development ?? false
    var atHand: [(release: ProvedRelease, get: Get)] = []
    let readers = [sources.kept.reader(jurisdiction), sources.shipped]
    for get in readers {
        if let release = try? await loadRelease(trust, jurisdiction, now, nil, get) { atHand.append((release, get)) }
    }
    // The device’s own copy stays first where both are of the same version.
    if atHand.count == 2, atHand[1].release.seen.version > atHand[0].release.seen.version { atHand.reverse() }
    // A developer’s builds follow each other with the same version: nothing of them is remembered.
    let seen = isDevelopment ? nil : atHand.first?.release.seen
    do {
        let warning = try await withSecondTry { pastCaches in
            let network = sources.network(pastCaches)
            let get = pastCaches ? network : sparing(readers, network)
            return try await loadBundle(loadRelease(trust, jurisdiction, now, seen, get), locale, get)
        }
        if !isDevelopment { sources.kept.write(jurisdiction, warning.files) }
        return Found(warning, "bundle", nil)
    } catch {
        let code = (error as? LoadFailure)?.code ?? "internal-error"
        for (release, get) in atHand {
            if let warning = try? await loadBundle(release, locale, get) { return Found(warning, "stored", code) }
        }
        return Found(nil, "baseline", code)
    }
}

/// Files that are at hand are not fetched again: their names hold their digest, and they are proved all the same.
private func sparing(_ atHand: [Get], _ network: @escaping Get) -> Get {
    { part, path in
        for get in atHand where path != latestPath {
            if let data = try? await get(part, path) { return data }
        }
        return try await network(part, path)
    }
}

/// Files that do not fit together are fetched once more, past all caches: a network cache may hold an old one.
private func withSecondTry<T>(_ load: (_ pastCaches: Bool) async throws -> T) async throws -> T {
    do {
        return try await load(false)
    } catch let failure as LoadFailure
        where ["release-missing", "release-digest", "bundle-missing", "bundle-digest"].contains(failure.code)
    {
        return try await load(true)
    }
}
