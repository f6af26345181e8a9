extension OSDatabase {
    /// Recognises the system that an installation medium is of.
    ///
    /// Where several systems' rules fit, the ones that ask for more win, then the system that came out last.
    ///
    /// - Parameters:
    ///   - label: The label of the medium.
    ///   - architecture: The machine's.
    /// - Returns: `nil` when no rule fits.
    public func system(on label: ISOLabel, architecture: String = "x86_64") -> OSProfile? {
        let fitting = systemPlaces.compactMap { place -> (record: OSRecord, rules: Int)? in
            guard let record = record(at: place) else { return nil }
            let rules = record.media.filter { $0.matches(label) }.map(\.rules.count).max()
            return rules.map { (record, $0) }
        }
        let best = fitting.max { ($0.rules, $0.record.released ?? "") < ($1.rules, $1.record.released ?? "") }
        return best.map { profile(of: $0.record, architecture: architecture) }
    }

    /// Guesses the system from the name of an image, such as `debian-12-generic-amd64.qcow2`.
    ///
    /// - Parameters:
    ///   - name: The name of the image, without folders.
    ///   - architecture: The machine's.
    /// - Returns: `nil` when the name speaks of none that the database has.
    public func system(inImageName name: String, architecture: String = "x86_64") -> OSProfile? {
        for id in ImageName.ids(in: name) {
            if let profile = profile(ofGuess: id, architecture: architecture) { return profile }
        }
        return nil
    }
}

/// The names of images as their makers give them: the system, somewhere behind it the version.
enum ImageName {
    /// The ids that the name may speak of, the likeliest first.
    static func ids(in name: String) -> [String] {
        let words = name.lowercased().split { "-_ ".contains($0) }.map(String.init)
        guard let at = words.firstIndex(where: { $0.first?.isNumber == true }), at > 0 else {
            return systems(words)
        }
        let version = words[at].split(separator: ".", omittingEmptySubsequences: true)
            .prefix { Int($0) != nil }.joined(separator: ".")
        let major = version.prefix { $0 != "." }
        return systems(Array(words[..<at])).flatMap { ["\($0)\(version)", "\($0)\(major)"] } + systems(words)
    }

    /// Runs of words at the beginning, the longest first: `centos-stream` is another system than `centos`.
    private static func systems(_ words: [String]) -> [String] {
        let runs = (1...max(1, min(3, words.count))).reversed().map { words.prefix($0).joined() }
        return runs.flatMap { [$0, $0 + "linux"] }.filter { $0.first?.isLetter == true }
    }
}
