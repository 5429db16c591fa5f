// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usage/dimension_list_model.h"

#include "services/usage/measures.h"
#include <QElapsedTimer>
#include <QMutex>

using namespace Qt::StringLiterals;

namespace tenantry::models {

using Kind = usage::DimensionRow::Kind;

namespace {

constexpr int restFactor = 10; ///< a reading is followed by so many times its length of rest

DimensionId idOf(const usage::DimensionRow &row) {
  return {row.kind == Kind::Value  ? u'=' + row.value
          : row.kind == Kind::None ? u"none"_s
                                   : u"others"_s};
}

} // namespace

QString textOf(const DimensionLine &line) {
  switch (line.kind) {
  case Kind::Others:
    return DimensionListModel::tr("%n other value(s)", nullptr, int(line.values));
  case Kind::None:
    return DimensionListModel::tr("No value");
  case Kind::Value:
    break;
  }
  return line.value;
}

/// Counting makes no news, and news of any organization read every list again: where reading takes
/// long, what was read just now is good enough. Used on several threads.
struct DimensionListModel::Recent {
  QMutex mutex;
  QElapsedTimer since{}; ///< the end of the reading
  qint64 took = 0;       ///< ms
  std::optional<Page> page{};

  [[nodiscard]] std::optional<Page> fresh() {
    const QMutexLocker lock(&mutex);
    const auto rest = page ? took * restFactor - since.elapsed() : 0;
    if (rest <= 0)
      return std::nullopt;
    auto again = page;
    again->extra.restsFor = rest;
    return again;
  }
  void keep(const Page &read, qint64 milliseconds) {
    const QMutexLocker lock(&mutex);
    page = read;
    took = milliseconds;
    since.start();
  }
};

DimensionListModel::DimensionListModel(Connection &connection, QObject *parent)
    : PagedRows(connection, parent), m_recent(std::make_shared<Recent>()) {
  m_rest.setSingleShot(true);
  m_rest.callOnTimeout(this, &DimensionListModel::readAnew);
  describe();
}

/// Quantities are in the units of the metric that is looked at.
void DimensionListModel::describe() {
  business::Metric metric;
  if (m_words && m_words->metrics.contains(m_words->metric))
    metric = m_words->metrics.at(m_words->metric);
  setColumns(
      {{u"value"_s, tr("Value"), textOf},
       {u"share"_s, tr("Share"),
        [](const DimensionLine &row) {
          return row.share < 0 ? QString() : QString::number(double(row.share) / 1000, 'f', 3);
        }},
       {u"quantity"_s, tr("Quantity"),
        [metric](const DimensionLine &row) { return usage::inUnits(row.quantity, metric); }},
       {u"events"_s, tr("Events"),
        [](const DimensionLine &row) { return QString::number(row.events); }}},
      {{{},
        tr("Dimension"),
        [by = m_words ? m_words->dimension : QString()](const DimensionLine &) { return by; }}});
}

void DimensionListModel::show(const AskedEvents &asked, const QString &by) {
  const bool isSame = asked == m_asked && by == m_by && state() != State::Failed;
  if (asked.organization != m_asked.organization) {
    m_words.reset();
    forget();
  }
  m_asked = asked;
  m_by = by;
  m_isByWished = false;
  if (isSame)
    return readAnew();
  m_recent = std::make_shared<Recent>();
  restart(Matching::Other);
}

void DimensionListModel::readAnew() {
  m_recent = std::make_shared<Recent>();
  refresh();
}

std::optional<usage::DimensionValue> DimensionListModel::valueAt(int row) const {
  const auto held = index(row, 0).data(RowRole);
  if (!held.isValid() || !m_words)
    return std::nullopt;
  const auto line = held.value<DimensionLine>();
  if (line.kind == Kind::Others)
    return std::nullopt;
  return usage::DimensionValue{m_words->dimension,
                               line.kind == Kind::Value ? std::optional(line.value) : std::nullopt};
}

PagedListModel::ViewSettings DimensionListModel::viewSettings() const {
  auto settings = m_asked.settings(words());
  settings[u"by"_s] = m_words ? m_words->dimension : m_by;
  return settings;
}

void DimensionListModel::setViewSettings(const ViewSettings &settings) {
  const auto by = settings.value(u"by"_s);
  if (m_words && settings == viewSettings())
    return;
  // Another metric has other dimensions; where it has that one as well, it is kept.
  m_isByWished = m_words && settings.value(u"metric"_s) != m_words->metric;
  m_asked.take(settings);
  m_by = by;
  m_recent = std::make_shared<Recent>();
  restart(Matching::Other);
}

DimensionListModel::Reading DimensionListModel::reading() const {
  return [asked = m_asked, by = m_by, isWished = m_isByWished,
          recent = m_recent](store::Session &session, business::AppliedBusiness &business,
                             const std::optional<int> &) -> Result<Page> {
    if (auto page = recent->fresh())
      return std::move(*page);
    QElapsedTimer took;
    took.start();
    DimensionWords words;
    TENANTRY_TRY(events, readEventWords(session, business, asked));
    static_cast<EventWords &>(words) = std::move(events);
    TENANTRY_TRY(totals, usage::EventListing(session, business)
                             .totals({asked.organization, words.metric, words.period.from, {}}));
    words.totals = totals;
    usage::DimensionQuery query{asked.organization, words.metric, words.period.from, by};
    usage::DimensionListing listing(session, business);
    TENANTRY_TRY(names, listing.names(query));
    words.dimensions = names;
    if (!names.isEmpty() && (by.isEmpty() || (isWished && !names.contains(by))))
      query.dimension = names.front();
    words.dimension = query.dimension;
    Page page;
    if (!query.dimension.isEmpty()) {
      TENANTRY_TRY(usage, listing.usage(query));
      for (auto &row : usage.rows) {
        const auto id = idOf(row);
        page.rows.push_back({std::move(row), id});
      }
      usage.rows.clear();
      words.usage = std::move(usage);
    }
    page.extra = std::move(words);
    recent->keep(page, took.elapsed());
    return page;
  };
}

/// There is one page, and it says how many values there are.
DimensionListModel::Counting DimensionListModel::counting() const {
  return [](store::Session &, business::AppliedBusiness &) -> Result<std::int64_t> { return 0; };
}

void DimensionListModel::takeExtra(DimensionWords words) {
  if (words.restsFor == 0)
    m_rest.stop();
  else if (!m_rest.isActive())
    m_rest.start(std::chrono::milliseconds(words.restsFor));
  m_words = std::move(words);
  describe();
}

} // namespace tenantry::models
