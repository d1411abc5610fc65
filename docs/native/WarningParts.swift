import SwiftUI

// The parts of the screen that only show something. Texts are plain: `Text` of a variable reads no markup.

struct Signs: View {
    let view: WarningView

    var body: some View {
        Title(text: view.signsHeading)
        ForEach(view.signs, id: \.self) { Text("• " + $0) }
        ForEach(view.scams, id: \.id) { scam in
            ForEach(view.situations.filter { $0.scam == scam.id }, id: \.id) { Text($0.text) }
            Text(scam.title).bold()
            ForEach(scam.redFlags, id: \.self) { Text("• " + $0) }
        }
    }
}

struct WhomToCall: View {
    let view: WarningView

    var body: some View {
        let callable = view.contacts.filter { $0.phone != nil }
        Title(text: view.callHeading)
        if callable.isEmpty { Text(view.callUnknown) }
        ForEach(callable.prefix(3), id: \.id) { Number(contact: $0) }
        if let tool = view.contacts.first(where: { $0.kind == "check-tool" && $0.url != nil }), let url = tool.url {
            Address(name: tool.name, address: url, hint: tool.limits ?? tool.helpsWith)
        }
    }
}

struct FirstCall: View {
    let view: WarningView

    var body: some View {
        if let contact = view.contacts.first(where: { $0.phone != nil }) {
            Number(contact: contact)
        } else {
            Text(view.callUnknown)
        }
    }
}

struct Aftermath: View {
    let sent: Sent?

    var body: some View {
        if let sent {
            Title(text: sent.heading)
            Text(sent.lead)
            ForEach(sent.steps, id: \.self) { Text("• " + $0) }
        }
    }
}

struct Number: View {
    let contact: Contact

    var body: some View {
        if let phone = contact.phone {
            let hints = [contact.hours, contact.helpsWith, contact.stale == true ? contact.checked : nil]
            // Digits read left to right in every script; the marks keep them together.
            Address(
                name: "\(contact.name): \u{2066}\(phone.display)\u{2069}", address: phone.href,
                hint: hints.compactMap { $0 }.joined(separator: " · "))
        }
    }
}

/// A number or an address; the shape check has let only `tel:` with digits and plain `https:` through.
struct Address: View {
    let name, address, hint: String

    var body: some View {
        if let url = URL(string: address) {
            Link(name, destination: url).frame(minHeight: 44)
            Text(hint).font(.footnote)
        }
    }
}

struct Title: View {
    let text: String

    var body: some View {
        Text(text).font(.headline).accessibilityAddTraits(.isHeader)
    }
}
