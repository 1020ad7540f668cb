import Planning

extension Service {
    /// Takes what a channel's far end says: that it is there, or what somebody did with a delivery.
    func take(_ response: ChannelResponse, from channel: ChannelID) {
        guard !isStopping else { return }
        switch response {
        case .reachable:
            planner.reach(channel)
            askForPlan()
        case .answered(let token, let answer):
            guard let key = delivery(token, on: channel) else { return withdraw(token, from: channel) }
            take(answer, to: key)
        case .seen(let token):
            guard let key = delivery(token, on: channel) else { return }
            see(key)
        case .standing(let token):
            // One of an earlier round is over, too.
            guard let key = delivery(token), tokens.token(for: key.tokenText) == token else {
                return withdraw(token, from: channel)
            }
            if key.channel == channel { noteShown(key) }
        }
    }

    /// The open delivery that a token names, on whichever desktop channel: they share one desktop.
    private func delivery(_ token: String) -> DeliveryKey? {
        loaded.schedule.channels.lazy.compactMap { channel in
            if case .desktop = channel.means { self.delivery(token, on: channel.id) } else { nil }
        }.first
    }

    /// The same way as `troth done`, `skip` and `snooze` go, for the nudges that the delivery carries.
    private func take(_ answer: NudgeAnswer, to key: DeliveryKey) {
        var isMoot = false
        for nudge in planner.state.members(of: key.subject) {
            let answers = Answers(planner, at: parts.clock.read().now)
            let target = AnswerTarget(nudge)
            do throws(AnswerError) {
                let effect =
                    switch answer {
                    case .done: try answers.done(target, by: nudge.person.text)
                    case .skip: try answers.skip(target, by: nudge.person.text)
                    case .snooze: try answers.snooze(target, by: nudge.person.text, for: planner.schedule.snooze)
                    }
                guard commit(effect.changes) else { return }
                journal.note(effect.changes)
            } catch {
                // A snooze that the next nudge would overtake, or what somebody answered a moment ago.
                isMoot = true
            }
        }
        journal.note(key, answered: answer.rawValue)
        if isMoot, planner.isOpen(key) { see(key) }
        askForPlan()
    }

    private func see(_ key: DeliveryKey) {
        let isNews = planner.state.members(of: key.subject).contains { planner.state.open[$0]?.seen == nil }
        guard isNews, commit([.seen(key, at: parts.clock.read().now)]) else { return }
        journal.note(key, answered: "seen")
        askForPlan()
    }

    /// The open delivery that a token names; the token alone is known after a restart.
    ///
    /// A notice of an earlier round may still stand there from before a restart; its buttons mean the same nudge.
    private func delivery(_ token: String, on channel: ChannelID) -> DeliveryKey? {
        for record in planner.state.open.values where record.answered == nil {
            let present = record.delivery(on: channel)
            if tokens.token(for: present.tokenText) == token { return present }
            for round in 0..<record.round {
                let earlier = DeliveryKey(subject: .nudge(record.key), channel: channel, round: round)
                if tokens.token(for: earlier.tokenText) == token { return present }
            }
        }
        return nil
    }
}
