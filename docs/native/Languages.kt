package scamwarning

// Which languages can be read as one another.

import android.icu.util.IllformedLocaleException
import android.icu.util.ULocale

/** Language and script of a tag: `zh-HK` and `zh-Hant` are both `zh-Hant`. */
fun scriptOf(tag: String): String = try {
    val locale = ULocale.Builder().setLanguageTag(tag).build()
    if (locale.language.isEmpty()) tag else ULocale.addLikelySubtags(locale).let { "${it.language}-${it.script}" }
} catch (_: IllformedLocaleException) {
    tag
}
