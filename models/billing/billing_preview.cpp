// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/billing_preview.h"

#include "models/connection/when_done.h"
#include "services/billing/billing_run.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

constexpr std::size_t batchSize = 500;
const QString workKey = u"billing.preview"_s;

PreviewRow shorten(const billing::PlannedInvoice &planned,
                   const organizations::Organization &organization) {
  using billing::LineKind;
  const auto &invoice = planned.invoice;
  PreviewRow row{invoice.organization, organization.name, 0, invoice.currency, 0, 0, 0, 0,
                 invoice.total,        invoice.issuedOn};
  for (const auto &line : planned.lines) {
    auto &part = line.draft.kind == LineKind::Usage      ? row.usage
                 : line.draft.kind == LineKind::Discount ? row.discount
                 : line.draft.kind == LineKind::Tax      ? row.tax
                                                         : row.recurring;
    part += line.draft.amount;
  }
  return row;
}

/// Collects rows on the database's thread and hands them over in batches.
class Batches {
public:
  using Send = std::function<void(const std::vector<PreviewRow> &)>;
  explicit Batches(Send send) : m_send(std::move(send)) {}
  ~Batches() { flush(); }
  Batches(const Batches &) = delete;
  Batches &operator=(const Batches &) = delete;

  void add(PreviewRow row) {
    row.position = row.organization == m_last ? m_position + 1 : 0;
    m_last = row.organization;
    m_position = row.position;
    m_rows.push_back(std::move(row));
    if (m_rows.size() == batchSize)
      flush();
  }
  void flush() {
    m_send(m_rows);
    m_rows.clear();
  }

private:
  Send m_send;
  std::vector<PreviewRow> m_rows;
  OrganizationId m_last;
  int m_position = 0;
};

} // namespace

Instant endOfDay(LocalDay day, const Zone &zone) {
  return zone.midnight(day + std::chrono::days(1)) - std::chrono::microseconds(1);
}

BillingPreview::BillingPreview(Connection &connection, RunningWork &work, QObject *parent)
    : QObject(parent), m_connection(connection), m_work(work) {}

BillingPreview::~BillingPreview() { cancel(); }

void BillingPreview::cancel() {
  if (m_cancelled)
    m_cancelled->store(true);
}

void BillingPreview::start(LocalDay day) {
  cancel();
  m_cancelled = std::make_shared<std::atomic<bool>>(false);
  const quint64 generation = ++m_generation;
  m_day = day;
  m_subscriptions = 0;
  m_totals.clear();
  m_rows.clear();
  become(State::Running);
  progress(generation, 0);
  // The database's thread may outlive this object, but never the connection.
  const auto tell = [connection = &m_connection, self = QPointer(this)](auto what) {
    QMetaObject::invokeMethod(
        connection, [self, what = std::move(what)] { self ? what() : void(); },
        Qt::QueuedConnection);
  };
  whenDone(m_connection.work([=, this, cancelled = m_cancelled](
                                 store::Session &session,
                                 business::AppliedBusiness &business) -> Result<qint64> {
    TENANTRY_TRY(applied, business.current(session));
    const Instant asOf = endOfDay(day, applied->zone());
    Batches batches([&](const std::vector<PreviewRow> &rows) {
      tell([this, generation, asOf, rows] { take(generation, asOf, rows); });
    });
    const auto visit = [&](const billing::PlannedInvoice &planned,
                           const organizations::Organization &organization) {
      batches.add(shorten(planned, organization));
    };
    const auto goOn = [&](std::int64_t done) {
      tell([this, generation, done] { progress(generation, done); });
      return !cancelled->load();
    };
    TENANTRY_TRY(summary, billing::BillingRun(session, business)
                              .preview(asOf, billing::BillingRun::everything(), visit, goOn));
    return summary.subscriptions;
  }),
           this,
           [this, generation](const Result<qint64> &outcome) { finish(generation, outcome); });
}

void BillingPreview::take(quint64 generation, Instant asOf, const std::vector<PreviewRow> &rows) {
  if (generation != m_generation)
    return;
  m_asOf = asOf;
  m_rows.append(rows);
  for (const auto &row : rows) {
    auto &totals = m_totals[row.currency];
    ++totals.invoices;
    totals.usage += row.usage;
    totals.tax += row.tax;
    totals.total += row.total;
  }
  Q_EMIT progressed();
}

void BillingPreview::progress(quint64 generation, qint64 done) {
  if (generation != m_generation || m_state != State::Running)
    return;
  m_subscriptions = done;
  m_work.report({workKey, tr("Preview"), done, 0, m_cancelled->load()}, [this] {
    cancel();
    progress(m_generation, m_subscriptions);
  });
  Q_EMIT progressed();
}

void BillingPreview::finish(quint64 generation, const Result<qint64> &outcome) {
  if (generation != m_generation)
    return;
  m_work.finish(workKey);
  if (!outcome) {
    m_error = outcome.error();
    return become(State::Failed);
  }
  m_subscriptions = *outcome;
  become(m_cancelled->load() ? State::Cancelled : State::Ready);
}

void BillingPreview::become(State state) {
  m_state = state;
  Q_EMIT stateChanged();
}

} // namespace tenantry::models
