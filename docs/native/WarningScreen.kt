package scamwarning

// A plain screen for a view, in Compose. Stopping comes first: in focus, in weight, and before going on.

import androidx.activity.compose.BackHandler
import androidx.compose.foundation.layout.*
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.*
import androidx.compose.runtime.*
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.semantics.*
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp

/** What a person decides. Leaving the screen in any other way counts as stopping. */
class Choices(val stop: () -> Unit, val pause: (hours: Long) -> Unit, val proceed: (coolOffHours: Long?) -> Unit)

@Composable
fun WarningScreen(view: WarningView, choices: Choices) {
    var answer by rememberSaveable { mutableStateOf<Boolean?>(null) }
    var isAsked by rememberSaveable { mutableStateOf(false) }
    val direction = if (view.direction == "rtl") LayoutDirection.Rtl else LayoutDirection.Ltr
    val proceed = { if (view.asksFirst && answer == null) isAsked = true else choices.proceed(view.coolOffHours) }
    BackHandler(onBack = choices.stop)
    CompositionLocalProvider(LocalLayoutDirection provides direction) {
        Surface(Modifier.fillMaxSize().semantics { paneTitle = view.heading }) {
            Column {
                Column(
                    Modifier.weight(1f).verticalScroll(rememberScrollState()).padding(16.dp),
                    Arrangement.spacedBy(12.dp),
                ) {
                    Words(view.label, view)
                    Words(view.speaker, view)
                    Heading(view.heading, view)
                    Words(view.consequence, view)
                    Question(view, answer) { answer = it }
                    Signs(view)
                    WhomToCall(view)
                    Sent(view)
                    view.notices.forEach { Words(it, view) }
                }
                val hint = if (isAsked && answer == null) view.answerFirst else ""
                Decide(view, choices, hint, proceed)
            }
        }
    }
}

@Composable
private fun Decide(view: WarningView, choices: Choices, hint: String, proceed: () -> Unit) {
    val first = remember { FocusRequester() }
    LaunchedEffect(Unit) { first.requestFocus() }
    Column(Modifier.fillMaxWidth().padding(16.dp), Arrangement.spacedBy(8.dp)) {
        Button(choices.stop, touchable.focusRequester(first)) { Words(view.stop, view) }
        view.coolOff?.let { Words(it, view) }
        if (view.pauses.isNotEmpty()) Words(view.pausesHeading, view)
        for (pause in view.pauses) {
            OutlinedButton({ choices.pause(pause.hours) }, touchable) { Words(pause.label, view) }
        }
        TextButton(proceed, touchable) { Words(view.proceed, view) }
        Words(hint, view, Modifier.semantics { liveRegion = LiveRegionMode.Assertive })
    }
}

@Composable
private fun Question(view: WarningView, answer: Boolean?, give: (Boolean) -> Unit) {
    Words(view.question, view)
    for ((value, text) in listOf(true to view.answerYes, false to view.answerNo)) {
        OutlinedButton({ give(value) }, touchable.semantics { selected = answer == value }) { Words(text, view) }
    }
    val advice = when (answer) {
        true -> view.adviceYes
        false -> view.adviceNo
        null -> ""
    }
    Words(advice, view, Modifier.semantics { liveRegion = LiveRegionMode.Polite })
    // After a yes the number comes to the person, not the person to the number.
    if (answer == true) FirstCall(view)
}
