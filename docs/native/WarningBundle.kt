package scamwarning

// What an app reads of a bundle. Everything that may be missing has a default, members that it does not know are
// ignored, and words of a fixed choice stay texts, so that one that comes later fails nobody.

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json

private val READER = Json { ignoreUnknownKeys = true; coerceInputValues = true }

/** A bundle from bytes that were proved. */
fun decodeBundle(bytes: ByteArray): Bundle = try {
    READER.decodeFromString(bytes.decodeToString())
} catch (_: SerializationException) {
    throw LoadFailure("bundle-malformed")
}

/** `trust.json` from the app’s own package. */
fun decodeTrust(bytes: ByteArray): Trust = READER.decodeFromString(bytes.decodeToString())


@Serializable
data class Bundle(
    val jurisdiction: String,
    val locale: String,
    val direction: String,
    val label: String,
    val speaker: String,
    val notices: List<String>,
    @SerialName("first_call") val firstCall: String,
    val contacts: List<Contact>,
    val scams: List<Scam>,
    val alerts: List<Alert>,
    val cancelled: List<String> = emptyList(),
    val sent: Sent? = null,
    val evidence: Evidence? = null,
    val labels: Labels? = null,
)

@Serializable
data class Contact(
    val id: String,
    val kind: String,
    val name: String,
    @SerialName("helps_with") val helpsWith: String,
    val limits: String? = null,
    val phone: Phone? = null,
    val url: String? = null,
    val hours: String? = null,
    val checked: String,
    val stale: Boolean = false,
)

@Serializable
data class Phone(val number: String, val display: String, val href: String)

@Serializable
data class Scam(
    val id: String,
    val language: String,
    val title: String,
    @SerialName("red_flags") val redFlags: List<String>,
    val icon: String? = null,
    val example: Example? = null,
    val page: String? = null,
)

@Serializable
data class Example(val setting: String, val lines: List<Line>)

@Serializable
data class Line(val who: String, val speaker: String, val text: String)

/** What to do if the money is already gone. */
@Serializable
data class Sent(val heading: String, val lead: String, val steps: List<String>)

/** What to keep for the police: filled in and saved on the device, sent to nobody. */
@Serializable
data class Evidence(
    val heading: String,
    val lead: String,
    val fields: List<Field>,
    val save: String,
    val saved: String,
    val note: String,
)

@Serializable
data class Field(val id: String, val label: String)

@Serializable
data class Labels(
    val signs: String,
    val example: String,
    @SerialName("read_more") val readMore: String,
    val pauses: String,
)

@Serializable
data class Condition(val fact: String, @SerialName("any_of") val anyOf: List<String>)

@Serializable
data class Variant(val id: String, val weight: Long, val heading: String, val consequence: String)

@Serializable
data class Situation(val id: String, val text: String, val scam: String)

@Serializable
data class Pause(val hours: Long, val label: String)

/** After `most` showings on a device in the last `withinHours`, the alert rests, `restHours` from the last one. */
@Serializable
data class Exposure(
    val most: Long,
    @SerialName("within_hours") val withinHours: Long,
    @SerialName("rest_hours") val restHours: Long,
)

@Serializable
data class Alert(
    val id: String,
    val language: String,
    val placement: String,
    val group: String? = null,
    val status: String = "Actual",
    val certainty: String = "Unknown",
    @SerialName("starts_on") val startsOn: String,
    @SerialName("ends_on") val endsOn: String,
    val audience: List<Condition>,
    val friction: String,
    val pauses: List<Pause> = emptyList(),
    @SerialName("cool_off_hours") val coolOffHours: Long? = null,
    @SerialName("cool_off") val coolOff: String? = null,
    val exposure: Exposure? = null,
    val holdout: Long = 0,
    val variants: List<Variant>,
    val question: String,
    @SerialName("answer_yes") val answerYes: String,
    @SerialName("answer_no") val answerNo: String,
    @SerialName("advice_yes") val adviceYes: String,
    @SerialName("advice_no") val adviceNo: String,
    @SerialName("scams_heading") val scamsHeading: String,
    val scams: List<String>,
    val situations: List<Situation> = emptyList(),
    @SerialName("call_heading") val callHeading: String,
    val stop: String,
    val proceed: String,
    val supersedes: String? = null,
)

/** The general words of one language. They name no number: they cannot know which place is right. */
@Serializable
data class Baseline(
    val language: String,
    val direction: String,
    val notices: List<String>,
    val label: String,
    val speaker: String,
    val heading: String,
    val consequence: String,
    val question: String,
    @SerialName("answer_yes") val answerYes: String,
    @SerialName("answer_no") val answerNo: String,
    @SerialName("advice_yes") val adviceYes: String,
    @SerialName("advice_no") val adviceNo: String,
    @SerialName("answer_first") val answerFirst: String,
    @SerialName("signs_heading") val signsHeading: String,
    val signs: List<String>,
    @SerialName("call_heading") val callHeading: String,
    @SerialName("call_unknown") val callUnknown: String,
    val stop: String,
    val proceed: String,
    val unverified: String,
    val stale: String,
)

/** `baseline.json` from the app’s own package, the first language for everybody else; never from the network. */
fun decodeBaselines(bytes: ByteArray): List<Baseline> = READER.decodeFromString(bytes.decodeToString())

/** What the pointer turns off although it is signed. */
data class Off(val alerts: List<String> = emptyList(), val groups: List<String> = emptyList())
