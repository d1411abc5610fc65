package scamwarning

// The parts of the screen that only show something.

import android.content.ActivityNotFoundException
import android.content.Intent
import android.net.Uri
import androidx.compose.foundation.layout.*
import androidx.compose.material3.*
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.intl.LocaleList
import androidx.compose.ui.unit.dp

internal val touchable = Modifier.fillMaxWidth().heightIn(min = 48.dp)

@Composable
internal fun Signs(view: WarningView) {
    Heading(view.signsHeading, view)
    view.signs.forEach { Words("• $it", view) }
    for (scam in view.scams) {
        view.situations.filter { it.scam == scam.id }.forEach { Words(it.text, view) }
        Words(scam.title, view, style = MaterialTheme.typography.titleMedium)
        scam.redFlags.forEach { Words("• $it", view) }
    }
}

@Composable
internal fun WhomToCall(view: WarningView) {
    val callable = view.contacts.filter { it.phone != null }
    Heading(view.callHeading, view)
    if (callable.isEmpty()) Words(view.callUnknown, view)
    callable.take(3).forEach { Number(it, view) }
    val tool = view.contacts.find { it.kind == "check-tool" && it.url != null } ?: return
    Link(tool.name, tool.url!!, tool.limits ?: tool.helpsWith, view)
}

@Composable
internal fun FirstCall(view: WarningView) {
    val contact = view.contacts.find { it.phone != null }
    if (contact == null) Words(view.callUnknown, view) else Number(contact, view)
}

@Composable
internal fun Sent(view: WarningView) {
    val sent = view.sent ?: return
    Heading(sent.heading, view)
    Words(sent.lead, view)
    sent.steps.forEach { Words("• $it", view) }
}

@Composable
private fun Number(contact: Contact, view: WarningView) {
    val phone = contact.phone ?: return
    val hints = listOfNotNull(contact.hours, contact.helpsWith, contact.checked.takeIf { contact.stale })
    // Digits read left to right in every script; the marks keep them together.
    Link("${contact.name}: \u2066${phone.display}\u2069", phone.href, hints.joinToString(" · "), view)
}

/** A number or an address; the shape check has let only `tel:` with digits and plain `https:` through. */
@Composable
private fun Link(name: String, address: String, hint: String, view: WarningView) {
    val context = LocalContext.current
    val open = {
        try {
            val action = if (address.startsWith("tel:")) Intent.ACTION_DIAL else Intent.ACTION_VIEW
            context.startActivity(Intent(action, Uri.parse(address)))
        } catch (_: ActivityNotFoundException) {
            // a tablet without a phone: the number stays readable
        }
    }
    TextButton(open, touchable) { Words(name, view) }
    Words(hint, view)
}

@Composable
internal fun Heading(text: String, view: WarningView) =
    Words(text, view, Modifier.semantics { heading() }, MaterialTheme.typography.titleLarge)

/** Plain text, never markup, read out in its own language. */
@Composable
internal fun Words(
    text: String,
    view: WarningView,
    modifier: Modifier = Modifier,
    style: TextStyle = LocalTextStyle.current,
) = Text(text, modifier, style = style.copy(localeList = LocaleList(view.language)))
