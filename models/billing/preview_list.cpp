// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/billing/preview_list.h"

#include "models/connection/when_done.h"
#include "services/documents/csv_file.h"

#include <QMutex>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::models {

using PreviewState = BillingPreview::State;

namespace {

constexpr auto growthPause = 250ms;
/// Up to so many rows are put in order while one waits: that takes less than a frame.
constexpr int atOnce = 2'000;

/// With the percentage that it is about.
QString codeOf(const PreviewRow &row) {
  using Kind = billing::Finding::Kind;
  const auto code = billing::findingCode(row.finding);
  const bool isChange =
      row.finding.kind == Kind::UsageChange || row.finding.kind == Kind::TotalChange;
  return isChange ? code + u' ' + QString::number(row.finding.percent, 'f', 1) : code;
}

/// As the cell: who waits for somebody first.
QString findingCode(const PreviewRow &row) {
  QStringList codes;
  if (row.needsApproval)
    codes += u"needs_approval"_s;
  if (row.isReviewed)
    codes += u"reviewed"_s;
  if (const auto code = codeOf(row); !code.isEmpty())
    codes += code;
  return codes.join(u' ');
}

auto amountText(std::int64_t PreviewRow::*amount) {
  return [amount](const PreviewRow &row) { return Money(row.*amount, row.currency).majorString(); };
}

} // namespace

/// The rows as they are now, where other threads find them.
class PreviewList::Shelf {
public:
  void put(const PreviewStore &rows, bool isWhole) {
    const QMutexLocker lock(&m_mutex);
    m_rows = rows;
    m_isWhole = isWhole;
  }
  [[nodiscard]] std::optional<PreviewStore> whole() const {
    const QMutexLocker lock(&m_mutex);
    return m_isWhole ? std::optional(m_rows) : std::nullopt;
  }

private:
  mutable QMutex m_mutex;
  PreviewStore m_rows;
  bool m_isWhole = false;
};

PreviewList::PreviewList(Connection &connection, RunningWork &work, QObject *parent)
    : ColumnRows(connection, parent), m_preview(connection, work),
      m_shelf(std::make_shared<Shelf>()) {
  const auto keys = PreviewQuery::columnKeys();
  setColumns(
      {{keys[PreviewQuery::NameColumn], tr("Organization"),
        [](const PreviewRow &row) { return row.name; }},
       {keys[PreviewQuery::FindingColumn], tr("Finding"), findingCode},
       {{},
        tr("On hold"),
        [](const PreviewRow &row) { return row.isHeld ? u"on_hold"_s : QString(); }},
       {keys[PreviewQuery::IssuedColumn], tr("Issued"),
        [](const PreviewRow &row) { return row.issued ? toIso(*row.issued) : QString(); }},
       {keys[PreviewQuery::RecurringColumn], tr("Subscription"),
        amountText(&PreviewRow::recurring)},
       {keys[PreviewQuery::UsageColumn], tr("Usage"), amountText(&PreviewRow::usage)},
       {keys[PreviewQuery::DiscountColumn], tr("Discounts"), amountText(&PreviewRow::discount)},
       {keys[PreviewQuery::TaxColumn], tr("Tax"), amountText(&PreviewRow::tax)},
       {keys[PreviewQuery::TotalColumn], tr("Total"), amountText(&PreviewRow::total)},
       {keys[PreviewQuery::ChangeColumn], tr("Change"),
        [](const PreviewRow &row) {
          const auto change = row.changeInPercent();
          return change ? QString::number(*change, 'f', 1) : QString();
        }}},
      {{{}, tr("Currency"), [](const PreviewRow &row) { return row.currency.code(); }}});
  m_growthPause.setSingleShot(true);
  m_growthPause.setInterval(growthPause);
  m_growthPause.callOnTimeout(this, &PreviewList::refresh);
  connect(&m_preview, &BillingPreview::stateChanged, this, &PreviewList::follow);
  connect(&m_preview, &BillingPreview::rowsReplaced, this, &PreviewList::replaceRows);
  connect(&m_preview, &BillingPreview::rowsChanged, this, &PreviewList::changeRows);
}

PreviewList::~PreviewList() = default;

void PreviewList::setQuery(const PreviewQuery &query) {
  if (query == m_query)
    return;
  const auto rows = query.hasSameRows(m_query) ? Matching::Same : Matching::Other;
  m_query = query;
  restart(rows);
}

void PreviewList::sort(int column, Qt::SortOrder order) {
  auto query = m_query;
  query.column = Column(column);
  query.isAscending = order == Qt::AscendingOrder;
  setQuery(query);
}

QStringList PreviewList::currencies() const {
  QStringList codes;
  for (const auto &[currency, totals] : m_preview.totals())
    codes += currency.code();
  return codes;
}

SavedViews::Counting PreviewList::counting() const {
  return [shelf = m_shelf](store::Session &, business::AppliedBusiness &,
                           const ViewSettings &settings) -> Result<std::int64_t> {
    const auto rows = shelf->whole();
    if (!rows)
      return tenantry::fail(u"preview.not_computed"_s, tr("The preview is not complete."));
    const auto query = PreviewQuery::of(settings);
    std::int64_t count = 0;
    for (int at = 0; at < rows->size(); ++at)
      count += query.matches(*rows, at);
    return count;
  };
}

ShownFindings PreviewList::shownFindings(const RowSelection &selection) const {
  ShownFindings shown;
  if (!m_ordered)
    return shown;
  shown.rows = m_ordered->rows;
  const bool isOfAll = selection.reach() == RowSelection::Reach::AllMatching;
  const bool isOfSome = isOfAll || selection.keys().size() > 1; // one is only looked at
  std::set<std::pair<OrganizationId, int>> keys;
  for (const auto &key : isOfSome ? selection.keys() : QSet<QString>()) {
    const auto id = PreviewRowId::fromString(key);
    keys.emplace(id.organization, id.position);
  }
  for (const auto place : m_ordered->places) {
    const auto &row = shown.rows.packed(int(place));
    const bool isNamed = isOfSome && keys.contains({row.organization, int(row.position)});
    if (row.finding() == billing::Finding::Kind::None || (isOfSome && isNamed == isOfAll))
      continue;
    shown.places.push_back(place);
    shown.reviewed += row.isReviewed;
  }
  return shown;
}

bool PreviewList::isBehind() const {
  return m_ordered && m_ordered->rows.version() != m_preview.rows().version();
}

/// A value: it holds the rows as they are now. What is in that order already is not sorted again.
PreviewList::Ordering PreviewList::ordering() const {
  const auto &rows = m_preview.rows();
  if (m_ordered && m_ordered->rows.version() == rows.version() && m_ordered->query == m_query)
    return [ordered = m_ordered] { return ordered; };
  return [rows, query = m_query]() -> Ordered {
    return std::make_shared<const Order>(Order{rows, query, query.arrange(rows)});
  };
}

/// There is nothing to show yet, and it would not be true to say that there is nothing.
bool PreviewList::isAwaited() const {
  const bool isForbidden =
      m_preview.state() == PreviewState::Failed && m_preview.error().code == u"store.forbidden"_s;
  return m_preview.rows().isEmpty() && m_preview.state() != PreviewState::Ready && !isForbidden;
}

void PreviewList::startReading(int page) {
  if (!isAwaited())
    return serve(page);
  m_waiting = page;
  if (m_preview.state() == PreviewState::Cancelled || m_preview.state() == PreviewState::Failed)
    m_preview.start(m_preview.wantedDay());
}

void PreviewList::cancelReading() {
  m_waiting = -1;
  m_pending.cancel();
}

void PreviewList::serve(int page) {
  m_waiting = -1;
  if (m_preview.rows().size() <= atOnce) {
    // Before anything is painted, but never within what asked: a view may do so while rows change.
    const auto bring = [this, page, asked = generation(), ordered = ordering()()] {
      take(page, asked, ordered);
    };
    QMetaObject::invokeMethod(this, bring, Qt::QueuedConnection);
    return;
  }
  m_pending = QtConcurrent::run(ordering());
  whenDone(m_pending, this, [this, page, asked = generation()](const Ordered &ordered) {
    take(page, asked, ordered);
  });
}

void PreviewList::take(int page, quint64 asked, const Ordered &ordered) {
  if (!beginTaking(asked, nullptr))
    return;
  m_ordered = ordered;
  takeCount(asked, std::int64_t(ordered->places.size()));
  PageOf<PreviewRow, int> fresh;
  const auto from = static_cast<std::size_t>(startOf(page).value_or(0));
  const auto end = std::min(ordered->places.size(), from + pageSize);
  for (auto place = from; place < end; ++place)
    fresh.rows.push_back(ordered->at(place));
  if (end < ordered->places.size())
    fresh.next = int(end);
  merge(page, std::move(fresh));
  endTaking();
  if (ordered->rows.version() != m_preview.rows().version())
    m_growthPause.start(); // some came while these were put in order
}

void PreviewList::giveUp(const Error &error) {
  m_waiting = -1;
  (void)beginTaking(generation(), &error);
}

void PreviewList::follow() {
  m_shelf->put(m_preview.rows(), m_preview.isWhole());
  const auto state = m_preview.state();
  if (m_waiting < 0) {
    if (state == PreviewState::Running && rowCount() == 0)
      restart();
    return;
  }
  if (!isAwaited())
    serve(m_waiting);
  else if (state == PreviewState::Failed)
    giveUp(m_preview.error());
  else if (state == PreviewState::Cancelled)
    giveUp({u"store.cancelled"_s, tr("This was cancelled.")});
}

/// Those of another day or of another computation: nothing of them is selected.
void PreviewList::replaceRows() {
  m_shelf->put(m_preview.rows(), m_preview.isWhole());
  forget();
  m_ordered.reset();
  restart(Matching::Other);
}

void PreviewList::changeRows() {
  m_shelf->put(m_preview.rows(), m_preview.isWhole());
  if (m_waiting >= 0)
    serve(m_waiting);
  else if (m_preview.state() != PreviewState::Running)
    refresh();
  else if (!m_growthPause.isActive())
    m_growthPause.start();
}

PagedListModel::Exporting PreviewList::exporting(const QString &path,
                                                 const QList<int> &columns) const {
  return [path, titles = exportTitles(columns), cells = exportCells(columns),
          order = ordering()](store::Session &, business::AppliedBusiness &,
                              const GoOn &goOn) -> Result<std::int64_t> {
    TENANTRY_TRY(file, documents::CsvFile::open(path));
    file.addRow(titles);
    const auto ordered = order();
    for (std::size_t place = 0; place < ordered->places.size(); ++place) {
      file.addRow(cells(ordered->at(place)));
      if ((place + 1) % pageSize == 0 && !goOn(std::int64_t(place + 1)))
        return -1;
    }
    TENANTRY_CHECK(file.finish());
    return std::int64_t(ordered->places.size());
  };
}

PagedListModel::Walking PreviewList::walking() const {
  return [order = ordering()](store::Session &, business::AppliedBusiness &,
                              const Taking &take) -> Result<bool> {
    const auto ordered = order();
    for (std::size_t from = 0; from < ordered->places.size(); from += pageSize) {
      QStringList keys;
      for (auto place = from; place < std::min(ordered->places.size(), from + pageSize); ++place)
        keys += ordered->at(place).id.toString();
      TENANTRY_TRY(goesOn, take(keys));
      if (!goesOn)
        return false;
    }
    return true;
  };
}

} // namespace tenantry::models
