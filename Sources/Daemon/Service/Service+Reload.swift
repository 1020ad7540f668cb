import Loop
import Planning
import Systemd

extension Service {
    /// Reads the schedule again; a bad one leaves the last good one in force.
    ///
    /// - Returns: The mistakes, rendered; empty when the new schedule is in force.
    @discardableResult
    func reload() -> [String] {
        notifier.reloading()
        defer {
            notifier.ready(statusLine)
            FreedMemory.letGo()
        }
        do throws(StartFault) {
            let fresh = try store.load()
            giveUpPrepared()
            let old = planner.schedule
            do throws(LedgerError) {
                let (planner, awaits) = try Adopting.adopt(fresh.schedule, parts)
                takeUp(planner)
                awaitsAdoption = awaits
            } catch {
                refused(error)
                awaitsAdoption = true
            }
            loaded = fresh
            useChannels()
            tellOfChanges(since: old, except: nil)
            announce()
            askForPlan()
            return []
        } catch {
            loaded.mistakes = error.lines
            loaded.mistakeCount = error.count
            announce()
            return error.lines
        }
    }

    /// Says where the schedule in force comes from, and to its owner, once, that a newer one has mistakes.
    func announce() {
        for warning in loaded.warnings { journal.say(warning) }
        guard !loaded.mistakes.isEmpty else { return }
        journal.fault("the schedule has mistakes; the last good one goes on")
        for line in loaded.mistakes { journal.fault(line) }
        guard store.isNews(loaded.mistakes) else { return }
        tellOwner()
    }
}
