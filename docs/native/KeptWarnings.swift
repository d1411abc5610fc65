import Foundation

// What this device proved last, and what the app ships.

/// The last files that were proved, by jurisdiction. Nobody trusts them: they are proved again at every use.
struct KeptWarnings: Sendable {
    let folder: URL

    func reader(_ jurisdiction: String) -> Get {
        let texts = (try? Data(contentsOf: file(jurisdiction))).flatMap {
            try? JSONDecoder().decode([String: Data].self, from: $0)
        }
        return { part, path in
            guard let data = texts?[path] else { throw LoadFailure(code: "\(part)-missing") }
            return data
        }
    }

    /// A disk that is full only makes forgetful.
    func write(_ jurisdiction: String, _ files: [String: Data]) {
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? JSONEncoder().encode(files).write(to: file(jurisdiction), options: .atomic)
    }

    private func file(_ jurisdiction: String) -> URL {
        let name = jurisdiction.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "other"
        return folder.appendingPathComponent("\(name).json", isDirectory: false)
    }
}

/// Files of the archive that “antiscam export app-fallback” makes, unpacked into a folder of the app’s own package.
func fromPackage(_ folder: URL) -> Get {
    { part, path in
        do {
            return try Data(contentsOf: folder.appendingPathComponent("warnings/v1/\(path)", isDirectory: false))
        } catch {
            throw LoadFailure(code: "\(part)-missing")
        }
    }
}
