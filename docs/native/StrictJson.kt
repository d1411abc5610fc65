package scamwarning

// JSON in its one spelling → a value, so that no two readers can understand it differently.
// Objects become Map, lists List, numbers Long; an object keeps the order of its members.

/** The value, if JavaScript’s `JSON.stringify` of it gives the same bytes again. Fails with the code otherwise. */
fun strictJson(bytes: ByteArray, code: String): Any? =
    try {
        StrictReader(bytes.decodeToString(throwOnInvalidSequence = true)).whole()
    } catch (_: CharacterCodingException) {
        throw LoadFailure(code)
    } catch (_: Misspelt) {
        throw LoadFailure(code)
    }

private class Misspelt : Exception()

private const val DEEPEST = 200
private const val MOST_EXACT = 9_007_199_254_740_991 // the largest whole number that JavaScript keeps exactly
private const val LARGEST_INDEX = 4_294_967_294 // of an array in JavaScript
private val NUMBER = Regex("0|-?[1-9][0-9]{0,15}")
private val INDEX = Regex("0|[1-9][0-9]{0,9}")

private class StrictReader(private val text: String) {
    private var at = 0
    private var depth = 0

    fun whole(): Any? = value().also { expect(at == text.length) }

    private fun value(): Any? = when (text.getOrNull(at)) {
        '{' -> nested { members() }
        '[' -> nested { items() }
        '"' -> string()
        't' -> word("true", true)
        'f' -> word("false", false)
        'n' -> word("null", null)
        else -> number()
    }

    private fun <T> nested(read: () -> T): T {
        expect(++depth <= DEEPEST)
        at += 1
        return read().also { depth -= 1 }
    }

    private fun items(): List<Any?> {
        val found = mutableListOf<Any?>()
        if (skip(']')) return found
        do found += value() while (skip(','))
        expect(skip(']'))
        return found
    }

    private fun members(): Map<String, Any?> {
        val found = linkedMapOf<String, Any?>()
        if (skip('}')) return found
        do {
            val name = string()
            expect(skip(':') && name !in found)
            found[name] = value()
        } while (skip(','))
        expect(skip('}'))
        // JavaScript puts members that are named like an index first, in their order.
        val indices = found.keys.filter { INDEX.matches(it) && it.toLong() <= LARGEST_INDEX }
        expect(found.keys.take(indices.size) == indices.sortedBy { it.toLong() })
        return found
    }

    private fun number(): Long {
        val digits = NUMBER.matchAt(text, at)?.value ?: throw Misspelt()
        at += digits.length
        return digits.toLong().also { expect(it in -MOST_EXACT..MOST_EXACT) }
    }

    private fun <T> word(word: String, meaning: T): T {
        expect(text.startsWith(word, at))
        at += word.length
        return meaning
    }

    private fun string(): String {
        expect(text.getOrNull(at) == '"')
        val start = at++
        val read = StringBuilder()
        while (text.getOrNull(at) != '"') read.append(character())
        at += 1
        return read.toString().also { expect(spelt(it) == text.substring(start, at)) }
    }

    private fun character(): Char {
        val next = text.getOrNull(at++) ?: throw Misspelt()
        if (next != '\\') return next
        val escaped = text.getOrNull(at++) ?: throw Misspelt()
        if (escaped != 'u') return ESCAPES[escaped] ?: throw Misspelt()
        val digits = text.substring(at, minOf(at + 4, text.length))
        at += 4
        return digits.toIntOrNull(16)?.toChar() ?: throw Misspelt()
    }

    private fun skip(wanted: Char): Boolean = (text.getOrNull(at) == wanted).also { if (it) at += 1 }

    private fun expect(holds: Boolean) {
        if (!holds) throw Misspelt()
    }
}

private val ESCAPES =
    mapOf('"' to '"', '\\' to '\\', 'b' to '\b', 'f' to '\u000c', 'n' to '\n', 'r' to '\r', 't' to '\t')
private val ESCAPED = ESCAPES.entries.associate { (letter, meaning) -> meaning to "\\$letter" }

/** A text as `JSON.stringify` writes it: half of a pair of surrogates is escaped, and nothing that need not be. */
private fun spelt(text: String): String = text.indices.joinToString("", "\"", "\"") { at ->
    val next = text[at]
    ESCAPED[next] ?: if (next < ' ' || isHalf(text, at)) "\\u%04x".format(next.code) else next.toString()
}

/** Whether there is a surrogate without its other half. */
fun isHalf(text: String, at: Int): Boolean = when {
    text[at].isHighSurrogate() -> text.getOrNull(at + 1)?.isLowSurrogate() != true
    text[at].isLowSurrogate() -> text.getOrNull(at - 1)?.isHighSurrogate() != true
    else -> false
}
