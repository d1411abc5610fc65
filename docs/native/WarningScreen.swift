import SwiftUI
import UIKit

// A plain screen for a view. Stopping comes first: in focus, in weight, and before going on.

/// What a person decides. Leaving the screen in any other way counts as stopping.
struct Choices {
    let stop: () -> Void
    let pause: (_ hours: Int) -> Void
    let proceed: (_ coolOffHours: Int?) -> Void
}

struct WarningScreen: View {
    let view: WarningView
    let choices: Choices
    @State private var answer: Bool? = nil
    @State private var isAsked = false
    @AccessibilityFocusState private var isOnHeading: Bool

    init(view: WarningView, choices: Choices) {
        self.view = view
        self.choices = choices
    }

    var body: some View {
        VStack(spacing: 0) {
            ScrollView {
                VStack(alignment: .leading, spacing: 12) {
                    Text(view.label).bold()
                    Text(view.speaker)
                    Text(view.heading).font(.title2.bold()).accessibilityAddTraits(.isHeader)
                        .accessibilityFocused($isOnHeading)
                    Text(view.consequence)
                    question
                    Signs(view: view)
                    WhomToCall(view: view)
                    Aftermath(sent: view.sent)
                    ForEach(view.notices, id: \.self) { Text($0).font(.footnote) }
                }
                .frame(maxWidth: .infinity, alignment: .leading)
                .padding()
            }
            decision
        }
        .environment(\.layoutDirection, view.direction == "rtl" ? .rightToLeft : .leftToRight)
        .environment(\.locale, Locale(identifier: view.language))
        .interactiveDismissDisabled()
        .accessibilityAction(.escape, choices.stop)
        .onAppear { isOnHeading = true }
    }

    @ViewBuilder private var question: some View {
        Text(view.question).bold()
        answerButton(true, view.answerYes)
        answerButton(false, view.answerNo)
        if let answer {
            Text(answer ? view.adviceYes : view.adviceNo)
            // After a yes the number comes to the person, not the person to the number.
            if answer { FirstCall(view: view) }
        }
    }

    private func answerButton(_ value: Bool, _ text: String) -> some View {
        Button(text) {
            answer = value
            UIAccessibility.post(notification: .announcement, argument: value ? view.adviceYes : view.adviceNo)
        }
        .buttonStyle(.bordered)
        .accessibilityAddTraits(answer == value ? .isSelected : [])
    }

    private var decision: some View {
        VStack(spacing: 8) {
            Button(action: choices.stop) { wide(view.stop) }.buttonStyle(.borderedProminent)
            if let coolOff = view.coolOff { Text(coolOff) }
            if !view.pauses.isEmpty { Text(view.pausesHeading) }
            ForEach(view.pauses, id: \.hours) { pause in
                Button { choices.pause(pause.hours) } label: { wide(pause.label) }.buttonStyle(.bordered)
            }
            Button(action: proceed) { wide(view.proceed) }.buttonStyle(.borderless)
            if isAsked && answer == nil { Text(view.answerFirst) }
        }
        .padding()
    }

    private func wide(_ text: String) -> some View {
        Text(text).frame(maxWidth: .infinity, minHeight: 44)
    }

    private func proceed() {
        if view.asksFirst && answer == nil {
            isAsked = true
            UIAccessibility.post(notification: .announcement, argument: view.answerFirst)
        } else {
            choices.proceed(view.coolOffHours)
        }
    }
}
