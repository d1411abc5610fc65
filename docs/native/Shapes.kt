package scamwarning

// Shapes of what is read: what the app uses must be there and be text. Members it does not know are ignored.

import java.time.DateTimeException
import java.time.Instant

private typealias Fits = (Any?) -> Boolean

private val isText: Fits = { it is String && it.length in 1..2000 && it.indices.none { at -> isHalf(it, at) } }
private val isDay = matching("[0-9]{4}-[0-9]{2}-[0-9]{2}")
private val isVersion: Fits = { it is Long && it in 2_000_000_000..9_999_999_999 }
private val isWhole: Fits = { it is Long }
private val isCount: Fits = { it is Long && it > 0 }

/** Whole seconds that are read and written again in the same way: no 30 February, no hour 24. */
private val isMoment: Fits =
    { it is String && it.length == 20 && it.startsWith("2") && instantOrNull(it)?.toString() == it }

private fun instantOrNull(text: String): Instant? = try {
    Instant.parse(text)
} catch (_: DateTimeException) {
    null
}

private fun matching(pattern: String): Fits {
    val compiled = Regex(pattern)
    return { it is String && compiled.matches(it) }
}

private fun maybe(fits: Fits): Fits = { it == null || fits(it) }

private fun listOf(fits: Fits): Fits = { it is List<*> && it.all(fits) }

private fun shape(vararg fields: Pair<String, Fits>): Fits =
    { it is Map<*, *> && "__proto__" !in it && fields.all { (name, fits) -> fits(it[name]) } }

private fun texts(names: String): Array<Pair<String, Fits>> =
    names.split(" ").map { it to isText }.toTypedArray()

private val digest = arrayOf("sha256" to matching("[0-9a-f]{64}"), "length" to isWhole)
private val statement = arrayOf("version" to isVersion, "issued" to isMoment, "expires" to isMoment)

val isLatest = shape(
    *statement,
    "releases" to listOf(shape(*digest, "jurisdiction" to isText, "version" to isVersion)),
    "off" to maybe(shape("alerts" to listOf(isText), "groups" to listOf(isText))),
)
val isRelease = shape(*statement, "jurisdiction" to isText, "bundles" to listOf(shape(*digest, "locale" to isText)))

// A link leads to a plain https address or dials digits, whoever wrote it.
private val isWebAddress = matching("https://[a-z0-9.-]+(/[A-Za-z0-9/._~-]*)?")
private val isPhone = shape(*texts("kind number display"), "href" to matching("tel:\\+?[0-9]{2,15}"))
private val isContact = shape(
    *texts("id kind name helps_with checked"),
    "limits" to maybe(isText),
    "hours" to maybe(isText),
    "phone" to maybe(isPhone),
    "url" to maybe(isWebAddress),
)
private val isExposure = shape("most" to isCount, "within_hours" to isCount, "rest_hours" to isCount)
private val isExample = shape(*texts("setting"), "lines" to listOf(shape(*texts("who speaker text"))))
private val isSent = shape(*texts("heading lead"), "steps" to listOf(isText))
private val isEvidence = shape(*texts("heading lead save saved note"), "fields" to listOf(shape(*texts("id label"))))
private val isVariant = shape(*texts("id heading consequence"), "weight" to isCount)
private val isAlert = shape(
    *texts("id language placement friction question answer_yes answer_no advice_yes advice_no"),
    *texts("scams_heading call_heading stop proceed"),
    *listOf("supersedes", "group", "status", "certainty", "cool_off").map { it to maybe(isText) }.toTypedArray(),
    "starts_on" to isDay,
    "ends_on" to isDay,
    "audience" to listOf(shape("fact" to isText, "any_of" to listOf(isText))),
    "variants" to { listOf(isVariant)(it) && (it as List<*>).isNotEmpty() },
    "scams" to listOf(isText),
    "situations" to maybe(listOf(shape(*texts("id text scam")))),
    "holdout" to maybe(isWhole),
    "exposure" to maybe(isExposure),
    "cool_off_hours" to maybe(isCount),
    "pauses" to maybe(listOf(shape("hours" to isCount, "label" to isText))),
)
private val isScam = shape(
    *texts("id language title"),
    "red_flags" to listOf(isText),
    "icon" to maybe(matching("[0-9MLHVCSQTAZmlhvcsqtaz., -]{1,2000}")),
    "example" to maybe(isExample),
    "page" to maybe(isText),
)
val isBundle = shape(
    "format" to { it == "antiscam-bundle/1" },
    "direction" to { it == "ltr" || it == "rtl" },
    *texts("jurisdiction locale label speaker first_call"),
    "notices" to listOf(isText),
    "contacts" to listOf(isContact),
    "alerts" to listOf(isAlert),
    "scams" to listOf(isScam),
    "cancelled" to maybe(listOf(isText)),
    "sent" to maybe(isSent),
    "evidence" to maybe(isEvidence),
    "labels" to maybe(shape(*texts("signs example read_more pauses"))),
)
