public import Planning

extension NamedAddress {
    /// A mailbox of the schedule.
    ///
    /// - Throws: ``MailAddressError`` where its address is none.
    public init(_ mailbox: Mailbox) throws(MailAddressError) {
        self.init(
            name: mailbox.name.map { HeaderText(showing: $0) }, address: try MailAddress(parsing: mailbox.address))
    }

    /// The mailbox as the schedule keeps it.
    public var mailbox: Mailbox { Mailbox(name: name?.description, address: address.description) }
}
