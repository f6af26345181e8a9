extension Failure {
    /// The failure as one of a file, where libvirt refused what the file asks for.
    ///
    /// The file has passed libvirt's schema by then, so that to check it against that once more helps nobody.
    func refusing(_ name: DefinedName, from file: String?) -> Failure {
        guard let file, ["DefineXML", "CreateXML"].contains(where: { why.contains($0) }) else { return self }
        var failure = self
        failure.what = "\(file): \(name)"
        if hint == nil || hint?.contains("strata validate") == true {
            failure.hint = "libvirt knows every word of it, but does not take them together: take back what it names"
        }
        return failure
    }
}
