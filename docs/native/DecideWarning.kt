package scamwarning

// Which alert of a proved bundle a person sees, or that there is none to see. Decided here, on the device: no server
// learns who is warned. The same rules as the alert’s decide.js.

import java.time.Instant
import java.time.ZoneOffset
import kotlinx.serialization.Serializable

sealed interface Decision {
    /** Show this alert in this wording. `exposure` counts its showings on this device, from 1. */
    data class Show(val alert: Alert, val variant: Variant, val arm: String, val exposure: Int) : Decision

    /** No campaign applies: show the general words with the contacts of the place. */
    data object General : Decision

    /** Nothing is to be shown, because of `audience`, `holdout` or `resting`: go on. */
    data class Pass(val reason: String, val alert: Alert? = null, val arm: String? = null) : Decision
}

/** What this device remembers of one alert, times in milliseconds. Nothing of the person or the transfer. */
@Serializable
data class AlertMemory(val draw: Double? = null, val variant: String? = null, val shown: List<Long> = emptyList())

/** Two draws in [0, 1). */
data class Chances(val arm: Double, val variant: Double)

private const val HOUR = 3_600_000L // ms
private const val LONGEST = 100 // showings per alert
private val ARMS = mapOf("acknowledge" to "alert", "pause" to "alert+pause", "cool-off" to "alert+pause")
private val CERTAIN = setOf("Observed", "Likely")

/** `context` holds what the app knows of the transfer; a fact it does not report matches. */
fun decide(
    bundle: Bundle,
    off: Off,
    placement: String,
    context: Map<String, String>,
    memory: Map<String, AlertMemory>,
    now: Instant,
    chances: Chances,
): Decision {
    val running = bundle.alerts.filter { it.placement == placement && isRunning(it, bundle, off, now) }
    if (running.isEmpty()) return Decision.General
    val meant = running.filter { it.audience.all { condition -> holds(condition, context) } }
    val superseded = meant.map { it.supersedes }
    val alert = meant.find { it.id !in superseded } ?: meant.firstOrNull() ?: return Decision.Pass("audience")

    // A showing in the future is none: a clock set back must not silence the alert.
    val own = memory[alert.id] ?: AlertMemory()
    val shown = own.shown.filter { it <= now.toEpochMilli() }
    val isHeldOut = (own.draw ?: chances.arm) * 100 < alert.holdout && alert.certainty !in CERTAIN
    if (isHeldOut) return Decision.Pass("holdout", alert, "holdout")
    val arm = ARMS[alert.friction] ?: "alert+questions"
    if (isResting(alert.exposure, shown, now)) return Decision.Pass("resting", alert, arm)
    return Decision.Show(alert, variantOf(alert.variants, own.variant, chances.variant), arm, shown.size + 1)
}

private fun isRunning(alert: Alert, bundle: Bundle, off: Off, now: Instant): Boolean {
    val today = now.atOffset(ZoneOffset.UTC).toLocalDate().toString()
    val isOff = alert.id in off.alerts || alert.group in off.groups || alert.id in bundle.cancelled
    return !isOff && alert.status == "Actual" && today in alert.startsOn..alert.endsOn
}

private fun holds(condition: Condition, context: Map<String, String>) =
    context[condition.fact]?.let { it in condition.anyOf } ?: true

private fun isResting(exposure: Exposure?, shown: List<Long>, now: Instant): Boolean {
    if (exposure == null) return false
    val recent = shown.count { now.toEpochMilli() - it < exposure.withinHours * HOUR }
    val last = shown.maxOrNull() ?: return false
    return recent >= exposure.most && now.toEpochMilli() - last < exposure.restHours * HOUR
}

/** A wording in proportion to its weight, but not the last one again: what looks the same is soon no longer read. */
private fun variantOf(variants: List<Variant>, last: String?, chance: Double): Variant {
    val choices = variants.filter { it.id != last }.ifEmpty { variants }
    var left = chance * choices.sumOf { it.weight }
    return choices.find { left -= it.weight; left < 0 } ?: choices.first()
}

/** What to remember after a decision: the draw, and if the alert was shown, its wording and the time. */
fun remembered(memory: Map<String, AlertMemory>, decision: Decision, now: Instant, draw: Double) = when (decision) {
    is Decision.Show -> noted(memory, decision.alert, draw, decision.variant, now)
    is Decision.Pass -> decision.alert?.let { noted(memory, it, draw, null, now) } ?: memory
    is Decision.General -> memory
}

private fun noted(memory: Map<String, AlertMemory>, alert: Alert, draw: Double, variant: Variant?, now: Instant):
    Map<String, AlertMemory> {
    val own = memory[alert.id] ?: AlertMemory()
    val shown = if (variant == null) own.shown else (own.shown + now.toEpochMilli()).takeLast(LONGEST)
    return memory + (alert.id to AlertMemory(own.draw ?: draw, variant?.id ?: own.variant, shown))
}
