import Foundation

// Which languages can be read as one another.

/// The item of exactly this locale, or the first one of its language and script.
func inLanguage(_ items: [Json], _ wanted: String) -> Json? {
    if let exact = items.first(where: { $0["locale"]?.says(wanted) == true }) { return exact }
    return items.first { item in item["locale"]?.string.map(scriptOf) == scriptOf(wanted) }
}

/// Language and script of a tag: `zh-HK` and `zh-Hant` are both `zh-Hant`.
/// Foundation reads `en_GB` too; browsers do not.
func scriptOf(_ tag: String) -> String {
    let isPlain = tag.range(of: "\\A[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\\z", options: .regularExpression) != nil
    guard isPlain else { return tag }
    let likely = Locale.Language(identifier: tag).maximalIdentifier
    let parts = Locale.Language.Components(identifier: likely)
    guard let language = parts.languageCode, let script = parts.script else { return tag }
    return "\(language.identifier)-\(script.identifier)"
}
