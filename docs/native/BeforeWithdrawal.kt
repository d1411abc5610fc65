package scamwarning

// Everything together: what stands before a withdrawal.

import java.time.Instant
import kotlin.random.Random

/** What “antiscam export app-fallback” made, in the app’s own package; `open` reads a file of it. */
class ShippedWarnings(open: (path: String) -> ByteArray) {
    val trust = decodeTrust(open("warnings/v1/trust.json"))
    val get = fromPackage(open)
    private val baselines = decodeBaselines(open("baseline.json"))

    fun baseline(locale: String): Baseline =
        baselines.find { it.language == locale }
            ?: baselines.find { scriptOf(it.language) == scriptOf(locale) }
            ?: baselines.first()
}

/** Where the app keeps what it remembers of its alerts, such as its preferences. */
interface AlertMemories {
    fun read(): Map<String, AlertMemory>
    fun write(memory: Map<String, AlertMemory>)
}

/** The view to show before the transfer, or null if it is proved that there is none. Not for the main thread. */
fun beforeWithdrawal(
    shipped: ShippedWarnings,
    sources: Sources,
    memories: AlertMemories,
    jurisdiction: String,
    locale: String,
    context: Map<String, String>,
    now: Instant = Instant.now(),
): WarningView? {
    val found = findWarning(shipped.trust, jurisdiction, locale, now, sources)
    val chances = Chances(Random.nextDouble(), Random.nextDouble())
    val memory = memories.read()
    val decision = found.warning?.let {
        decide(it.bundle, it.proved.off, "withdrawal", context, memory, now, chances)
    } ?: Decision.General
    memories.write(remembered(memory, decision, now, chances.arm))
    return screenOf(found, decision, shipped.baseline(locale))
}
