// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/billing_preview.h"

#include "models/connection/when_done.h"
#include "services/billing/billing_run.h"
#include "services/billing/invoice_listing.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace tenantry::models {

namespace {

constexpr std::size_t batchSize = 500;
const QString previewKey = u"billing.preview"_s;

PreviewRow shorten(const billing::PlannedInvoice &planned,
                   const organizations::Organization &organization,
                   const business::Business &business) {
  using billing::LineKind;
  const auto &invoice = planned.invoice;
  PreviewRow row{invoice.organization,
                 organization.name,
                 0,
                 invoice.currency,
                 0,
                 0,
                 0,
                 0,
                 invoice.total,
                 invoice.issuedOn,
                 {},
                 {}};
  for (const auto &line : planned.lines) {
    auto &part = line.draft.kind == LineKind::Usage      ? row.usage
                 : line.draft.kind == LineKind::Discount ? row.discount
                 : line.draft.kind == LineKind::Tax      ? row.tax
                                                         : row.recurring;
    part += line.draft.amount;
  }
  if (auto missing = billing::missingData(organization, business); !missing.isEmpty())
    row.finding = {billing::Finding::Kind::MissingData, 0, std::move(missing)};
  return row;
}

billing::InvoiceSums sumsOf(const PreviewRow &row) { return {row.currency, row.total, row.usage}; }

/// Collects rows on the database's thread, compares each with the invoice before it, and hands them
/// over in batches.
class Batches {
public:
  using Send = std::function<void(const std::vector<PreviewRow> &)>;
  Batches(store::Session &session, Send send) : m_session(session), m_send(std::move(send)) {}

  void add(PreviewRow row) {
    if (m_last && m_last->organization == row.organization) {
      row.position = m_last->position + 1;
      row.before = sumsOf(*m_last);
    }
    m_last = row;
    m_rows.push_back(std::move(row));
    if (m_rows.size() == batchSize)
      flush();
  }

  /// The first error of all batches; after one nothing is read or handed over.
  Result<> finish() {
    flush();
    return m_outcome;
  }
  [[nodiscard]] bool hasFailed() const { return !m_outcome; }

private:
  void flush() {
    if (m_outcome)
      m_outcome = compare();
    if (m_outcome)
      m_send(m_rows);
    m_rows.clear();
  }

  Result<> compare() {
    std::vector<OrganizationId> organizations;
    for (const auto &row : m_rows)
      if (row.position == 0)
        organizations.push_back(row.organization);
    TENANTRY_TRY(last, billing::lastInvoices(m_session, organizations));
    for (auto &row : m_rows) {
      if (const auto found = last.find(row.organization); row.position == 0 && found != last.end())
        row.before = found->second;
      if (row.finding.kind == billing::Finding::Kind::None)
        row.finding = billing::findingOf(sumsOf(row), row.before);
    }
    return {};
  }

  store::Session &m_session;
  Send m_send;
  std::vector<PreviewRow> m_rows;
  std::optional<PreviewRow> m_last;
  Result<> m_outcome;
};

} // namespace

Instant endOfDay(LocalDay day, const Zone &zone) {
  return zone.midnight(day + std::chrono::days(1)) - std::chrono::microseconds(1);
}

BillingPreview::BillingPreview(Connection &connection, RunningWork &work, QObject *parent)
    : QObject(parent), m_connection(connection), m_work(work) {}

BillingPreview::~BillingPreview() { stop(); }

/// The statement that runs is cancelled too: whoever waits for its chunk would wait for long.
void BillingPreview::stop() {
  ++m_generation;
  if (m_cancelled)
    m_cancelled->store(true);
  m_pending.cancel();
}

void BillingPreview::cancel() {
  if (m_state != State::Running)
    return;
  stop();
  m_work.finish(previewKey);
  if (m_isFresh || m_shown == State::Idle)
    return become(State::Cancelled);
  m_wanted = m_day; // what was shown before is there as it was
  become(m_shown);
}

void BillingPreview::start(LocalDay day) {
  stop();
  m_cancelled = std::make_shared<std::atomic<bool>>(false);
  const quint64 generation = m_generation;
  if (m_isFresh)
    m_shown = m_state == State::Ready  ? State::Ready
              : m_rows.rowCount() == 0 ? State::Idle
                                       : State::Cancelled; // a part
  m_wanted = day;
  m_isFresh = false;
  if (m_shown == State::Idle)
    beginAnew();
  become(State::Running);
  progress(generation, 0);
  // The database's thread may outlive this object, but never the connection.
  const auto tell = [connection = &m_connection, self = QPointer(this)](auto what) {
    QMetaObject::invokeMethod(
        connection, [self, what = std::move(what)] { self ? what() : void(); },
        Qt::QueuedConnection);
  };
  m_pending = m_connection.work(
      [=, this, cancelled = m_cancelled](store::Session &session,
                                         business::AppliedBusiness &business) -> Result<qint64> {
        TENANTRY_TRY(applied, business.current(session));
        const Zone zone = applied->zone();
        const Instant asOf = endOfDay(day, zone);
        billing::InvoiceQuery waiting;
        waiting.filter = billing::InvoiceFilter::Draft;
        TENANTRY_TRY(drafts, billing::InvoiceListing(session).count(waiting));
        const RunCourse course{applied->business.finalize == business::Finalize::Review, drafts};
        tell([this, zone] { m_connection.setZone(zone); });
        tell([this, generation, course] { takeCourse(generation, course); });
        Batches batches(session, [&](const std::vector<PreviewRow> &rows) {
          tell([this, generation, asOf, rows] { take(generation, asOf, rows); });
        });
        const auto visit = [&](const billing::PlannedInvoice &planned,
                               const organizations::Organization &organization) {
          batches.add(shorten(planned, organization, applied->business));
        };
        const auto goOn = [&](std::int64_t done) {
          tell([this, generation, done] { progress(generation, done); });
          return !cancelled->load() && !batches.hasFailed();
        };
        TENANTRY_TRY(summary, billing::BillingRun(session, business)
                                  .preview(asOf, billing::BillingRun::everything(), visit, goOn));
        TENANTRY_CHECK(batches.finish());
        return summary.subscriptions;
      });
  whenDone(m_pending, this,
           [this, generation](const Result<qint64> &outcome) { finish(generation, outcome); });
}

void BillingPreview::take(quint64 generation, Instant asOf, const std::vector<PreviewRow> &rows) {
  if (generation != m_generation)
    return;
  beginAnew();
  m_asOf = asOf;
  m_rows.append(rows);
  for (const auto &row : rows) {
    auto &totals = m_totals[row.currency];
    ++totals.invoices;
    totals.usage += row.usage;
    totals.tax += row.tax;
    totals.total += row.total;
    if (row.changeInPercent()) {
      totals.comparable += row.total;
      totals.before += row.before->total;
    }
    using Kind = billing::Finding::Kind;
    m_findings.missingData += row.finding.kind == Kind::MissingData;
    m_findings.firstInvoices += row.finding.kind == Kind::FirstInvoice;
    m_findings.changes +=
        row.finding.kind == Kind::UsageChange || row.finding.kind == Kind::TotalChange;
  }
  Q_EMIT progressed();
}

/// The rows of the preview that runs take the place of those shown so far.
void BillingPreview::beginAnew() {
  if (m_isFresh)
    return;
  m_isFresh = true;
  m_day = m_wanted;
  m_computedAt = m_connection.clock().now();
  m_subscriptions = 0;
  m_totals.clear();
  m_findings = {};
  m_rows.clear();
}

void BillingPreview::takeCourse(quint64 generation, const RunCourse &course) {
  if (generation == m_generation)
    m_course = course;
}

void BillingPreview::progress(quint64 generation, qint64 done) {
  if (generation != m_generation || m_state != State::Running)
    return;
  if (m_isFresh)
    m_subscriptions = done;
  m_work.report({previewKey, tr("Preview"), done, 0, false}, [this] { cancel(); });
  Q_EMIT progressed();
}

void BillingPreview::finish(quint64 generation, const Result<qint64> &outcome) {
  if (generation != m_generation)
    return;
  m_work.finish(previewKey);
  if (!outcome) {
    m_error = outcome.error();
    return become(State::Failed);
  }
  beginAnew(); // where nothing is due, no rows came
  m_subscriptions = *outcome;
  become(State::Ready);
}

void BillingPreview::become(State state) {
  m_state = state;
  Q_EMIT stateChanged();
}

} // namespace tenantry::models
