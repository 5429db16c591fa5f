// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bulk/bulk_run.h"

#include "models/connection/when_done.h"

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

/// What the next row would meet as well.
bool endsAll(const Error &error) {
  for (const auto &code : {u"store.disconnected"_s, u"store.cancelled"_s, u"store.forbidden"_s,
                           u"store.disk_full"_s, u"store.read_only"_s, u"store.server_failed"_s})
    if (error.code == code)
      return true;
  return false;
}

/// Carries an act out, chunk by chunk.
class Carrier {
public:
  Carrier(const BulkAct &act, store::Session &session, business::AppliedBusiness &business,
          const OwnWork::GoOn &goOn, const SeenRows *seen)
      : m_act(act), m_session(session), m_business(business), m_goOn(goOn), m_seenRows(seen) {}

  BulkReport carryOut(const BulkTarget &target) {
    const auto went =
        target.visit(m_session, m_business, [this](const QStringList &keys) { return take(keys); });
    if (!went)
      m_report.stopped = went.error();
    if (m_report.wasTooMany)
      m_report.changes = {};
    return std::move(m_report);
  }

private:
  /// The verdicts name the rows and spare those that would be refused; the act looks again itself.
  Result<bool> take(const QStringList &keys) {
    const auto &look = m_act.glance ? m_act.glance : m_act.preview;
    TENANTRY_TRY(verdicts, look(m_session, m_business, keys));
    for (const auto &verdict : verdicts) {
      if (!m_goOn(m_seen)) {
        m_report.wasCancelled = true;
        return false;
      }
      ++m_seen;
      TENANTRY_CHECK(take(verdict));
      if (m_report.failed.size() > BulkReport::mostKept)
        return fail(
            u"bulk.too_many_failures"_s,
            u"More than %1 rows failed; the rest was not tried."_s.arg(BulkReport::mostKept));
    }
    return true;
  }

  Result<> take(const BulkVerdict &verdict) {
    if (verdict.refusal) {
      m_report.failed.push_back({verdict.name, *verdict.refusal});
      return {};
    }
    const auto seen = m_seenRows ? m_seenRows->find(verdict.key) : std::optional(Seen());
    if (verdict.changes && !seen) {
      ++m_report.cameSince;
      return {};
    }
    auto change =
        verdict.changes ? m_act.act(m_session, m_business, verdict.key, *seen) : BulkChange();
    if (!change) {
      if (endsAll(change.error()))
        return tl::unexpected(change.error());
      m_report.failed.push_back({verdict.name, change.error()});
      return {};
    }
    ++(change->changed ? m_report.done : m_report.unchanged);
    if (!change->undo)
      return {};
    m_report.wasTooMany =
        m_report.wasTooMany || qint64(m_report.changes.size()) >= m_act.undoneAtMost;
    if (m_report.wasTooMany)
      return {};
    change->name = verdict.name;
    m_report.changes.push_back(std::move(*change));
    return {};
  }

  const BulkAct &m_act;
  store::Session &m_session;
  business::AppliedBusiness &m_business;
  const OwnWork::GoOn &m_goOn;
  const SeenRows *m_seenRows; ///< null: all that would change
  BulkReport m_report;
  std::int64_t m_seen = 0;
};

BulkReport takeBack(const std::vector<BulkChange> &changes, store::Session &session,
                    business::AppliedBusiness &business, const OwnWork::GoOn &goOn) {
  BulkReport report;
  std::int64_t seen = 0;
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    if (!goOn(seen++)) {
      report.wasCancelled = true;
      break;
    }
    const auto restored = change->undo(session, business);
    if (restored) {
      ++report.done;
    } else if (endsAll(restored.error())) {
      report.stopped = restored.error();
      break;
    } else {
      report.failed.push_back({change->name, restored.error()});
    }
  }
  return report;
}

/// The database was away before it began.
BulkReport orStopped(const Result<BulkReport> &report) {
  if (report)
    return *report;
  BulkReport none;
  none.stopped = report.error();
  return none;
}

} // namespace

BulkRun::BulkRun(Connection &connection, RunningWork &work, QObject *parent)
    : QObject(parent), m_connection(connection), m_work(connection, work, u"bulk"_s) {}

void BulkRun::cancel() { m_work.cancel(); }

template <typename Work, typename Then>
void BulkRun::run(const QString &title, qint64 rows, Work work, Then then) {
  if (isRunning())
    return;
  m_work.begin(title, rows);
  Q_EMIT runningChanged();
  whenDone(m_connection.work([work = std::move(work), goOn = m_work.goOn()](
                                 store::Session &session, business::AppliedBusiness &business) {
    return work(session, business, goOn);
  }),
           this, [this, then = std::move(then)](const auto &outcome) {
             m_work.end();
             Q_EMIT runningChanged();
             then(outcome);
           });
}

void BulkRun::preview(const BulkAct &act, const BulkTarget &target) {
  const auto look = [act, target](store::Session &session, business::AppliedBusiness &business,
                                  const OwnWork::GoOn &goOn) -> Result<std::optional<BulkPreview>> {
    BulkPreview preview;
    auto rows = std::make_shared<SeenRows>();
    std::int64_t seen = 0;
    TENANTRY_TRY(went,
                 target.visit(session, business, [&](const QStringList &some) -> Result<bool> {
                   TENANTRY_TRY(verdicts, act.preview(session, business, some));
                   for (const auto &verdict : verdicts) {
                     preview.add(verdict);
                     if (verdict.changes && !verdict.refusal)
                       rows->add(verdict.key, verdict.seen);
                   }
                   seen += some.size();
                   return goOn(seen);
                 }));
    rows->finish();
    preview.seen = std::move(rows);
    return went ? std::optional(preview) : std::nullopt;
  };
  run(tr("Preview"), target.expected(), look,
      [this](const Result<std::optional<BulkPreview>> &preview) {
        if (!preview)
          Q_EMIT previewFailed(preview.error());
        else if (*preview)
          Q_EMIT previewed(**preview);
      });
}

void BulkRun::start(const BulkAct &act, const BulkTarget &target,
                    std::shared_ptr<const SeenRows> seen) {
  run(
      act.title, target.expected(),
      [act, target, seen](store::Session &session, business::AppliedBusiness &business,
                          const OwnWork::GoOn &goOn) -> Result<BulkReport> {
        return Carrier(act, session, business, goOn, seen.get()).carryOut(target);
      },
      [this](const Result<BulkReport> &report) { Q_EMIT finished(orStopped(report)); });
}

void BulkRun::undo(const QString &title, std::vector<BulkChange> changes) {
  const auto rows = static_cast<qint64>(changes.size());
  run(
      title, rows,
      [changes = std::move(changes)](store::Session &session, business::AppliedBusiness &business,
                                     const OwnWork::GoOn &goOn) -> Result<BulkReport> {
        return takeBack(changes, session, business, goOn);
      },
      [this](const Result<BulkReport> &report) { Q_EMIT undone(orStopped(report)); });
}

} // namespace tenantry::models
