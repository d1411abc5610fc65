import Foundation

// Pointer → release → bundle, each proved before it is believed. The same steps and codes as the alert’s load.js.

/// The bytes of a file by its part (`latest`, `release` or `bundle`) and path; throws a LoadFailure.
typealias Get = (_ part: String, _ path: String) async throws -> Data

enum Freshness: String, Sendable {
    case fresh, stale, outdated
}

/// What was proved before: nothing older is taken afterwards. The pointer’s version, and its entry of the place.
struct Seen: Sendable {
    let version: Int
    let release: Entry
}

struct Entry: Sendable {
    let version: Int
    let sha256: String
    let length: Int

    init(_ json: Json) {
        version = json["version"]?.whole ?? 0
        sha256 = json["sha256"]?.string ?? ""
        length = json["length"]?.whole ?? -1
    }
}

/// The statements of one jurisdiction. `files` holds the bytes of all that was proved, by path.
struct ProvedRelease: Sendable {
    let jurisdiction: String
    let version: Int
    let bundles: [Json]
    let off: Off
    let freshness: Freshness
    let seen: Seen
    let files: [String: Data]
}

/// A bundle that every party has signed for. Keep `files`, and prove them again at each use.
struct ProvedWarning: Sendable {
    let bundle: WarningBundle
    let sha256: String
    let proved: ProvedRelease
    let files: [String: Data]
}

let latestPath = "latest.json"
private let day: TimeInterval = 86_400
private let staleTime = 7 * day

/// The first half: the statements.
func loadRelease(_ trust: Trust, _ jurisdiction: String, _ now: Date, _ seen: Seen?, _ get: Get) async throws
    -> ProvedRelease
{
    let first = try await get("latest", latestPath)
    let latest = try openStatement(first, "latest", [trust.latest])
    try prove(isLatest(latest), "latest-malformed")
    try proveInForce(latest, "latest", now)
    let version = latest["version"]?.whole ?? 0
    try prove(seen.map { version >= $0.version } ?? true, "latest-rollback")
    let entries = latest["releases"]?.items ?? []
    guard let pointer = entries.first(where: { $0["jurisdiction"]?.says(jurisdiction) == true }).map(Entry.init),
        let police = trust.police[jurisdiction], !police.isEmpty
    else { throw LoadFailure(code: "unknown-jurisdiction") }
    try prove(seen.map { isNotOlder(pointer, $0.release) } ?? true, "release-rollback")

    let path = pathOf(jurisdiction, "release", pointer)
    let second = try await get("release", path)
    try proveDigest(second, pointer, "release-digest")
    let release = try openStatement(second, "release", [trust.exchange, police])
    try prove(isRelease(release), "release-malformed")
    let isAsNamed = release["jurisdiction"]?.says(jurisdiction) == true && release["version"]?.whole == pointer.version
    try prove(isAsNamed, "release-mismatch")
    try proveInForce(release, "release", now)
    try prove(instant(release, "expires") > now, "release-expired")
    return ProvedRelease(
        jurisdiction: jurisdiction, version: pointer.version, bundles: release["bundles"]?.items ?? [],
        off: Off(latest["off"]), freshness: freshness(latest, now), seen: Seen(version: version, release: pointer),
        files: [latestPath: first, path: second])
}

/// The second half: the bundle that a proved release names.
func loadBundle(_ proved: ProvedRelease, _ locale: String, _ get: Get) async throws -> ProvedWarning {
    guard let named = inLanguage(proved.bundles, locale), let tag = named["locale"]?.string
    else { throw LoadFailure(code: "unknown-locale") }
    let entry = Entry(named)
    let path = pathOf(proved.jurisdiction, tag, entry)
    let data = try await get("bundle", path)
    try proveDigest(data, entry, "bundle-digest")
    let bundle = try Json(strict: data, code: "bundle-malformed")
    try prove(isBundle(bundle), "bundle-malformed")
    let isAsked = bundle["jurisdiction"]?.says(proved.jurisdiction) == true && bundle["locale"]?.says(tag) == true
    try prove(isAsked, "bundle-mismatch")
    guard let decoded = try? JSONDecoder().decode(WarningBundle.self, from: data)
    else { throw LoadFailure(code: "bundle-malformed") }
    return ProvedWarning(
        bundle: decoded, sha256: entry.sha256, proved: proved, files: proved.files.merging([path: data]) { $1 })
}

/// Refuses what comes from the future. One day of doubt is left to clocks.
private func proveInForce(_ statement: Json, _ name: String, _ now: Date) throws {
    let tomorrow = now.addingTimeInterval(day)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: tomorrow)
    let latest = (parts.year ?? 0) * 10_000 + (parts.month ?? 0) * 100 + (parts.day ?? 0)
    let isKnown = instant(statement, "issued") <= tomorrow && (statement["version"]?.whole ?? 0) / 100 <= latest
    try prove(isKnown, "\(name)-from-future")
    try prove(instant(statement, "issued") < instant(statement, "expires"), "\(name)-malformed")
}

/// A moment of a statement whose shape was proved.
private func instant(_ statement: Json, _ member: String) -> Date {
    statement[member]?.string.flatMap(moment) ?? .distantPast
}

private func isNotOlder(_ found: Entry, _ seen: Entry) -> Bool {
    found.version > seen.version || (found.version == seen.version && found.sha256 == seen.sha256)
}

private func proveDigest(_ data: Data, _ entry: Entry, _ code: String) throws {
    try prove(data.count == entry.length && sha256(data) == entry.sha256, code)
}

private func freshness(_ latest: Json, _ now: Date) -> Freshness {
    let over = now.timeIntervalSince(instant(latest, "expires"))
    return over < 0 ? .fresh : over < staleTime ? .stale : .outdated
}

private func pathOf(_ jurisdiction: String, _ stem: String, _ entry: Entry) -> String {
    "\(escaped(jurisdiction))/\(escaped(stem)).\(entry.sha256.prefix(16)).json"
}

/// As JavaScript’s `encodeURIComponent` escapes.
private func escaped(_ text: String) -> String {
    let plain = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()")
    return text.addingPercentEncoding(withAllowedCharacters: plain) ?? text
}
