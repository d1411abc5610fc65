package scamwarning

// Pointer → release → bundle, each proved before it is believed. The same steps and codes as the alert’s load.js.

import java.net.URLEncoder
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter

/** The bytes of a file by its part (`latest`, `release` or `bundle`) and path; fails with a LoadFailure. */
typealias Get = (part: String, path: String) -> ByteArray

enum class Freshness { FRESH, STALE, OUTDATED }

/** What was proved before: nothing older is taken afterwards. The pointer’s version, and its entry of the place. */
data class Seen(val version: Long, val release: Entry)

data class Entry(val version: Long, val sha256: String, val length: Long)

/** The statements of one jurisdiction. `files` holds the bytes of all that was proved, by path. */
class ProvedRelease(
    val release: Members,
    val off: Off,
    val freshness: Freshness,
    val seen: Seen,
    val files: Map<String, ByteArray>,
) {
    val jurisdiction get() = release.text("jurisdiction")
    val version get() = release.whole("version")
}

/** A bundle that every party has signed for. Keep `files`, and prove them again at each use. */
class ProvedWarning(
    val bundle: Bundle,
    val sha256: String,
    val proved: ProvedRelease,
    val files: Map<String, ByteArray>,
)

const val LATEST = "latest.json"
private val DAY: Duration = Duration.ofDays(1)
private val STALE: Duration = Duration.ofDays(7)
private val DIGITS_OF_DAY = DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC)

/** The first half: the statements. */
fun loadRelease(trust: Trust, jurisdiction: String, now: Instant, seen: Seen?, get: Get): ProvedRelease {
    val first = get("latest", LATEST)
    val latest = Members(openStatement(first, "latest", listOf(trust.latest)), isLatest, "latest")
    proveInForce(latest, now)
    prove(seen == null || latest.whole("version") >= seen.version, "latest-rollback")
    val pointer = latest.all("releases").find { it.text("jurisdiction") == jurisdiction }?.let(::entryOf)
    val police = trust.police[jurisdiction].orEmpty()
    if (pointer == null || police.isEmpty()) throw LoadFailure("unknown-jurisdiction")
    prove(seen == null || isNotOlder(pointer, seen.release), "release-rollback")

    val path = named(jurisdiction, "release", pointer)
    val second = get("release", path)
    proveDigest(second, pointer, "release-digest")
    val release = Members(openStatement(second, "release", listOf(trust.exchange, police)), isRelease, "release")
    val isAsNamed = release.text("jurisdiction") == jurisdiction && release.whole("version") == pointer.version
    prove(isAsNamed, "release-mismatch")
    proveInForce(release, now)
    prove(release.moment("expires") > now, "release-expired")
    val seenNow = Seen(latest.whole("version"), pointer)
    val files = mapOf(LATEST to first, path to second)
    return ProvedRelease(release, offIn(latest), freshness(latest, now), seenNow, files)
}

/** The second half: the bundle. `scriptOf` gives language and script of a tag: `zh-HK` and `zh-Hant` are the same. */
fun loadBundle(proved: ProvedRelease, locale: String, scriptOf: (String) -> String, get: Get): ProvedWarning {
    val named = inLanguage(proved.release.all("bundles"), locale, scriptOf) ?: throw LoadFailure("unknown-locale")
    val entry = entryOf(named)
    val path = named(proved.jurisdiction, named.text("locale"), entry)
    val bytes = get("bundle", path)
    proveDigest(bytes, entry, "bundle-digest")
    val bundle = Members(strictJson(bytes, "bundle-malformed"), isBundle, "bundle")
    val isAsked = bundle.text("jurisdiction") == proved.jurisdiction && bundle.text("locale") == named.text("locale")
    prove(isAsked, "bundle-mismatch")
    return ProvedWarning(decodeBundle(bytes), entry.sha256, proved, proved.files + (path to bytes))
}

/** The members of an object whose shape was proved. */
class Members(value: Any?, shape: (Any?) -> Boolean, val name: String) {
    init {
        prove(shape(value), "$name-malformed")
    }

    private val members = value as Map<*, *>

    fun text(member: String) = members[member] as String
    fun whole(member: String) = members[member] as Long
    fun moment(member: String): Instant = Instant.parse(text(member))
    fun all(member: String) = list(member).map { Members(it, { true }, name) }
    fun texts(member: String) = list(member).map { it as String }
    fun inner(member: String) = members[member]?.let { Members(it, { true }, name) }
    fun has(member: String) = members[member] != null

    private fun list(member: String) = members[member] as List<*>
}

private fun entryOf(named: Members) =
    Entry(if (named.has("version")) named.whole("version") else 0, named.text("sha256"), named.whole("length"))

private fun offIn(latest: Members) = latest.inner("off")?.let { Off(it.texts("alerts"), it.texts("groups")) } ?: Off()

/** Refuses what comes from the future. One day of doubt is left to clocks. */
private fun proveInForce(statement: Members, now: Instant) {
    val tomorrow = now + DAY
    val day = DIGITS_OF_DAY.format(tomorrow).toLong()
    val isKnown = statement.moment("issued") <= tomorrow && statement.whole("version") / 100 <= day
    prove(isKnown, "${statement.name}-from-future")
    prove(statement.moment("issued") < statement.moment("expires"), "${statement.name}-malformed")
}

private fun isNotOlder(found: Entry, seen: Entry) =
    found.version > seen.version || (found.version == seen.version && found.sha256 == seen.sha256)

private fun proveDigest(bytes: ByteArray, entry: Entry, code: String) =
    prove(bytes.size.toLong() == entry.length && sha256(bytes) == entry.sha256, code)

private fun freshness(latest: Members, now: Instant): Freshness {
    val over = Duration.between(latest.moment("expires"), now)
    return if (over.isNegative) Freshness.FRESH else if (over < STALE) Freshness.STALE else Freshness.OUTDATED
}

/** The item of exactly this locale, or the first one of its language and script. */
private fun inLanguage(items: List<Members>, wanted: String, scriptOf: (String) -> String) =
    items.find { it.text("locale") == wanted } ?: items.find { scriptOf(it.text("locale")) == scriptOf(wanted) }

private fun named(jurisdiction: String, stem: String, entry: Entry) =
    "${escaped(jurisdiction)}/${escaped(stem)}.${entry.sha256.take(16)}.json"

/** As JavaScript’s `encodeURIComponent` escapes. */
private fun escaped(text: String) = URLEncoder.encode(text, "UTF-8")
    .replace("+", "%20").replace("%7E", "~").replace("%21", "!")
    .replace("%27", "'").replace("%28", "(").replace("%29", ")")
