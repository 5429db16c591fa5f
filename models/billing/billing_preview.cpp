// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/billing_preview.h"

#include "models/connection/when_done.h"
#include "services/billing/billing_run.h"
#include "services/billing/holds.h"
#include "services/billing/invoice_listing.h"
#include "services/organizations/service.h"

#include <QPointer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::models {

namespace {

const QString previewKey = u"billing.preview"_s;
constexpr auto previewNewsPause = 250ms;

/// With the invoice before it, while that is needed: a row only keeps what it came to.
struct ComparedRow {
  PreviewRow row;
  std::optional<billing::InvoiceSums> before{}; ///< none: the last that was issued
};

PreviewRow shorten(const billing::PlannedInvoice &planned,
                   const organizations::Organization &organization,
                   const business::Business &business) {
  using billing::LineKind;
  const auto &invoice = planned.invoice;
  PreviewRow row;
  row.id.organization = invoice.organization;
  row.name = organization.name;
  row.currency = invoice.currency;
  row.total = invoice.total;
  row.issued = invoice.issuedOn;
  row.needsApproval = business.invoice.needsApproval(Money(invoice.total, invoice.currency));
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
  using Send =
      std::function<void(const std::vector<PreviewRow> &, const std::optional<LastReview> &)>;
  Batches(store::Session &session, std::set<OrganizationId> held, Send send)
      : m_session(session), m_held(std::move(held)), m_send(std::move(send)) {}

  void add(PreviewRow row) {
    ComparedRow compared;
    if (m_last && m_last->id.organization == row.id.organization)
      row.id.position = m_last->id.position + 1;
    else
      m_before.reset();
    compared.before = m_before;
    if (row.total >= 0) // a credit note is nothing that the next could be compared with
      m_before = sumsOf(row);
    row.isHeld = m_held.contains(row.id.organization);
    m_last = row;
    compared.row = std::move(row);
    m_rows.push_back(std::move(compared));
    if (m_rows.size() == PreviewStore::chunkSize)
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
    std::vector<PreviewRow> rows;
    for (auto &compared : std::exchange(m_rows, {}))
      rows.push_back(std::move(compared.row));
    if (m_outcome && !rows.empty())
      m_outcome = send(std::move(rows));
  }

  Result<> send(std::vector<PreviewRow> rows) {
    TENANTRY_TRY(reviewed, ReviewedRows::read(m_session, rows));
    for (auto &row : rows)
      row.isReviewed = reviewed.has(row);
    m_send(rows, reviewed.last());
    return {};
  }

  Result<> compare() {
    std::vector<OrganizationId> organizations;
    for (const auto &[row, before] : m_rows)
      if (!before)
        organizations.push_back(row.id.organization);
    TENANTRY_TRY(last, billing::lastInvoices(m_session, organizations));
    for (auto &[row, before] : m_rows) {
      if (const auto found = last.find(row.id.organization); !before && found != last.end())
        before = found->second;
      if (row.finding.kind == billing::Finding::Kind::None)
        row.finding = billing::findingOf(sumsOf(row), before);
      if (before && before->currency == row.currency)
        row.before = before->total;
    }
    return {};
  }

  store::Session &m_session;
  std::set<OrganizationId> m_held;
  Send m_send;
  std::vector<ComparedRow> m_rows;
  std::optional<PreviewRow> m_last;
  std::optional<billing::InvoiceSums> m_before; ///< of the same organization
  Result<> m_outcome;
};

Result<CannotBill> whoIsLeftOut(store::Session &session,
                                const std::vector<billing::LeftOut> &leftOut) {
  if (leftOut.empty())
    return CannotBill{};
  const auto &[id, why] = leftOut.front();
  TENANTRY_TRY(found, organizations::OrganizationService(session).find(id));
  return CannotBill{int(leftOut.size()), found.name, why};
}

} // namespace

Instant endOfDay(LocalDay day, const Zone &zone) {
  return zone.midnight(day + std::chrono::days(1)) - std::chrono::microseconds(1);
}

BillingPreview::BillingPreview(Connection &connection, RunningWork &work, Keeps keeps,
                               QObject *parent)
    : QObject(parent), m_connection(connection), m_work(work), m_keeps(keeps) {
  m_newsPause.setSingleShot(true);
  m_newsPause.setInterval(previewNewsPause);
  m_newsPause.callOnTimeout(this, &BillingPreview::refreshHolds);
  connect(&m_connection, &Connection::organizationsChanged, this,
          [this](const QList<OrganizationId> &changed) {
            if (changed.contains(OrganizationId()))
              refreshReviews();
            if (!m_newsPause.isActive())
              m_newsPause.start();
          });
}

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
    m_shown = m_state == State::Ready ? State::Ready
              : m_rows.isEmpty()      ? State::Idle
                                      : State::Cancelled; // a part
  m_wanted = day;
  m_isFresh = false;
  if (m_shown == State::Idle)
    (void)beginAnew(); // there is nothing that would stay
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
                                         business::AppliedBusiness &business) -> Result<Outcome> {
        TENANTRY_TRY(applied, business.current(session));
        const Zone zone = applied->zone();
        const Instant asOf = endOfDay(day, zone);
        billing::InvoiceQuery waiting;
        waiting.filter = billing::InvoiceFilter::Draft;
        TENANTRY_TRY(drafts, billing::InvoiceListing(session).count(waiting));
        const RunCourse course{applied->business.finalize == business::Finalize::Review, drafts};
        tell([this, zone] { m_connection.setZone(zone); });
        tell([this, generation, course] { takeCourse(generation, course); });
        TENANTRY_TRY(held, billing::Holds(session).heldOrganizations());
        Batches batches(
            session, {held.begin(), held.end()},
            [&](const std::vector<PreviewRow> &rows, const std::optional<LastReview> &lastReview) {
              Batch batch{asOf, std::make_shared<const PreviewChunk>(rows), {}, lastReview};
              for (const auto &row : rows)
                batch.sums.add(row);
              tell([this, generation, batch] { take(generation, batch); });
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
        TENANTRY_TRY(cannotBill, whoIsLeftOut(session, summary.leftOut));
        return Outcome{summary.subscriptions, std::move(cannotBill), std::move(summary.lowered)};
      });
  whenDone(m_pending, this,
           [this, generation](const Result<Outcome> &outcome) { finish(generation, outcome); });
}

void BillingPreview::take(quint64 generation, const Batch &batch) {
  if (generation != m_generation)
    return;
  const bool isOther = beginAnew();
  m_asOf = batch.asOf;
  if (m_keeps == Keeps::Rows)
    m_rows.append(batch.rows);
  m_sums.add(batch.sums);
  if (batch.lastReview && (!m_lastReview || m_lastReview->at < batch.lastReview->at))
    m_lastReview = batch.lastReview;
  isOther ? Q_EMIT rowsReplaced() : Q_EMIT rowsChanged();
  Q_EMIT progressed();
}

/// The rows of the preview that runs take the place of those shown so far; false: they have.
bool BillingPreview::beginAnew() {
  if (m_isFresh)
    return false;
  m_isFresh = true;
  m_day = m_wanted;
  m_computedAt = m_connection.clock().now();
  m_subscriptions = 0;
  m_cannotBill = {};
  m_lowered.clear();
  m_sums = {};
  m_lastReview.reset();
  m_rows.clear();
  return true;
}

void BillingPreview::refreshHolds() {
  if (m_rows.isEmpty())
    return;
  whenDone(m_connection.read([](store::Session &session, business::AppliedBusiness &) {
    return billing::Holds(session).heldOrganizations();
  }),
           this, [this](const Result<std::vector<OrganizationId>> &held) {
             if (held && m_rows.setHeld({held->begin(), held->end()}))
               Q_EMIT rowsChanged();
           });
}

/// Of the rows as they are; those that come meanwhile have theirs.
void BillingPreview::refreshReviews(int own) {
  m_areReviewsStale = m_state == State::Running;
  if (m_rows.isEmpty() || m_areReviewsStale) {
    m_reviewing -= own;
    return;
  }
  whenDone(m_connection.read([rows = m_rows](store::Session &session, business::AppliedBusiness &) {
    return readReviews(session, rows);
  }),
           this, [this, own, at = m_computedAt](const Result<PreviewReviews> &reviews) {
             m_reviewing -= own;
             if (reviews && at == m_computedAt && m_rows.setReviewed(reviews->rows)) {
               m_sums.findings.reviewed = reviews->count;
               m_lastReview = reviews->last;
               Q_EMIT rowsChanged();
             }
             Q_EMIT progressed();
           });
}

void BillingPreview::setReviewed(const ShownFindings &findings, bool isReviewed) {
  review(
      [findings, isReviewed](store::Session &session) {
        return writeReviews(session, findings.of(!isReviewed), isReviewed);
      },
      &BillingPreview::reviewed);
}

void BillingPreview::undo(const ReviewChange &change) {
  review([change](store::Session &session) { return undoReviews(session, change); },
         &BillingPreview::reviewUndone);
}

void BillingPreview::review(const Reviewing &reviewing,
                            void (BillingPreview::*tell)(const ReviewChange &)) {
  ++m_reviewing;
  whenDone(m_connection.work([reviewing](store::Session &session, business::AppliedBusiness &) {
    return reviewing(session);
  }),
           this, [this, tell](const Result<ReviewChange> &outcome) {
             if (!outcome) {
               --m_reviewing;
               return Q_EMIT reviewFailed(outcome.error());
             }
             refreshReviews(1);
             Q_EMIT(this->*tell)(*outcome);
           });
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

void BillingPreview::finish(quint64 generation, const Result<Outcome> &outcome) {
  if (generation != m_generation)
    return;
  m_work.finish(previewKey);
  if (!outcome) {
    m_error = outcome.error();
    return become(State::Failed);
  }
  const bool isOther = beginAnew(); // where nothing is due, no rows came
  m_subscriptions = outcome->subscriptions;
  m_cannotBill = outcome->cannotBill;
  m_lowered = outcome->lowered;
  m_state = State::Ready;
  if (isOther)
    Q_EMIT rowsReplaced();
  become(State::Ready);
  if (m_areReviewsStale)
    refreshReviews();
}

void BillingPreview::become(State state) {
  m_state = state;
  Q_EMIT stateChanged();
}

} // namespace tenantry::models
