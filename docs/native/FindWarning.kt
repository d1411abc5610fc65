package scamwarning

// The network first, then what this device proved last, then what the app ships, then the general words.

import java.time.Instant

private val OLD_COPY = Regex("(release|bundle)-(missing|digest)")

/** What can be shown: a proved warning, or none. `source` and `code` are those of the element’s events. */
class Found(val warning: ProvedWarning?, val source: String, val code: String?)

/** `network` takes whether to go past caches; `shipped` reads the app’s own package; both below `warnings/v1/`. */
class Sources(val network: (pastCaches: Boolean) -> Get, val kept: KeptWarnings, val shipped: Get)

/** Blocks, at most for the time the network is given: not for the main thread, and before the button is pressed. */
fun findWarning(trust: Trust, jurisdiction: String, locale: String, now: Instant, sources: Sources): Found {
    val atHand = listOf(sources.kept.read(jurisdiction), sources.shipped)
        .mapNotNull { get -> provedOrNull { loadRelease(trust, jurisdiction, now, null, get) }?.let { it to get } }
        .sortedByDescending { (release, _) -> release.seen.version }
    // A developer’s builds follow each other with the same version: nothing of them is remembered.
    val seen = if (trust.development) null else atHand.firstOrNull()?.first?.seen
    return try {
        val warning = withSecondTry { pastCaches ->
            val network = sources.network(pastCaches)
            val get = if (pastCaches) network else sparing(atHand.map { it.second }, network)
            loadBundle(loadRelease(trust, jurisdiction, now, seen, get), locale, ::scriptOf, get)
        }
        if (!trust.development) sources.kept.write(jurisdiction, warning.files)
        found(warning, "bundle", null)
    } catch (failure: LoadFailure) {
        val before = atHand.firstNotNullOfOrNull { (release, get) ->
            provedOrNull { loadBundle(release, locale, ::scriptOf, get) }
        }
        found(before, "stored", failure.code)
    }
}

private fun found(warning: ProvedWarning?, source: String, code: String?) = when (warning?.proved?.freshness) {
    null -> Found(null, "baseline", code)
    Freshness.FRESH -> Found(warning, source, code)
    else -> Found(warning, warning.proved.freshness.name.lowercase(), code)
}

/** Files that are at hand are not fetched again: their names hold their digest, and they are proved all the same. */
private fun sparing(atHand: List<Get>, network: Get): Get = { part, path ->
    val known = if (path == LATEST) null else atHand.firstNotNullOfOrNull { get -> provedOrNull { get(part, path) } }
    known ?: network(part, path)
}

private fun <T> provedOrNull(load: () -> T): T? = try {
    load()
} catch (_: LoadFailure) {
    null
}

/** Files that do not fit together are fetched once more, past all caches: a network cache may hold an old one. */
private fun <T> withSecondTry(load: (pastCaches: Boolean) -> T): T = try {
    load(false)
} catch (failure: LoadFailure) {
    if (OLD_COPY.matches(failure.code)) load(true) else throw failure
}
