package scamwarning

// What the screen says: the general words, or those of a proved bundle.

data class WarningView(
    val direction: String,
    val language: String,
    val label: String,
    val speaker: String,
    val heading: String,
    val consequence: String,
    val question: String,
    val answerYes: String,
    val answerNo: String,
    val adviceYes: String,
    val adviceNo: String,
    val answerFirst: String,
    val signsHeading: String,
    val signs: List<String>,
    val callHeading: String,
    val callUnknown: String,
    val stop: String,
    val proceed: String,
    val notices: List<String>,
    val asksFirst: Boolean = true,
    val contacts: List<Contact> = emptyList(),
    val scams: List<Scam> = emptyList(),
    val situations: List<Situation> = emptyList(),
    val pauses: List<Pause> = emptyList(),
    val pausesHeading: String = "",
    val coolOff: String? = null,
    val coolOffHours: Long? = null,
    val sent: Sent? = null,
)

/** What comes before the transfer, or null if it is proved that nothing does: then the app may go on. */
fun screenOf(found: Found, decision: Decision, words: Baseline): WarningView? = when {
    found.warning == null -> generalView(words, found.code)
    decision is Decision.Pass && found.warning.proved.freshness == Freshness.FRESH -> null
    else -> bundleView(found.warning, decision as? Decision.Show, words)
}

/** Instead of a proved bundle. It knows no number. */
private fun generalView(words: Baseline, code: String?) = WarningView(
    words.direction, words.language, words.label, words.speaker, words.heading, words.consequence,
    words.question, words.answerYes, words.answerNo, words.adviceYes, words.adviceNo, words.answerFirst,
    words.signsHeading, words.signs, words.callHeading, words.callUnknown, words.stop, words.proceed,
    notices = listOfNotNull(code?.let { words.unverified.replace("{code}", it) }) + words.notices,
)

/** Of a proved bundle; without an alert to show, the general words with the contacts of the place. */
private fun bundleView(warning: ProvedWarning, shown: Decision.Show?, words: Baseline): WarningView {
    val bundle = warning.bundle
    val freshness = warning.proved.freshness
    val general = generalView(words, null).copy(
        direction = bundle.direction,
        language = bundle.locale,
        label = bundle.label,
        speaker = bundle.speaker,
        notices = listOfNotNull(words.stale.takeIf { freshness != Freshness.FRESH }) + bundle.notices,
        // Long without a valid pointer: the numbers may have been withdrawn since.
        contacts = bundle.contacts.takeIf { freshness != Freshness.OUTDATED }.orEmpty()
            .sortedBy { it.id != bundle.firstCall },
        sent = bundle.sent,
    )
    return shown?.let { general.with(it.alert, it.variant, bundle) } ?: general
}

private fun WarningView.with(alert: Alert, variant: Variant, bundle: Bundle) = copy(
    heading = variant.heading,
    consequence = variant.consequence,
    question = alert.question,
    answerYes = alert.answerYes,
    answerNo = alert.answerNo,
    adviceYes = alert.adviceYes,
    adviceNo = alert.adviceNo,
    signsHeading = alert.scamsHeading,
    signs = emptyList(),
    scams = alert.scams.mapNotNull { id -> bundle.scams.find { it.id == id } },
    situations = alert.situations,
    callHeading = alert.callHeading,
    stop = alert.stop,
    proceed = alert.proceed,
    asksFirst = alert.friction != "acknowledge", // a friction of a later version asks, too
    pauses = alert.pauses.takeIf { alert.friction == "pause" && bundle.labels != null }.orEmpty(),
    pausesHeading = bundle.labels?.pauses.orEmpty(),
    coolOff = alert.coolOff,
    coolOffHours = alert.coolOffHours,
)
