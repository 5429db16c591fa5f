// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palette/palette_model.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace tenantry::models {

using Kind = PaletteEntry::Kind;

namespace {

/// A revenue of more units comes first, whatever its currency.
std::int64_t weight(const PaletteEntry &entry) { return entry.amount ? entry.amount->minor() : 0; }

bool isBetter(const PaletteHit &one, const PaletteHit &other) {
  if (one.fit != other.fit)
    return one.fit < other.fit;
  if (one.entry.kind != Kind::Organization)
    return false; // the order in which they came
  if (weight(one.entry) != weight(other.entry))
    return weight(one.entry) > weight(other.entry);
  return one.entry.text.compare(other.entry.text, Qt::CaseInsensitive) < 0;
}

QString titleOf(Kind kind) {
  switch (kind) {
  case Kind::Organization:
    return PaletteModel::tr("Organizations");
  case Kind::Member:
    return PaletteModel::tr("People");
  case Kind::Invoice:
    return PaletteModel::tr("Invoices");
  case Kind::Action:
    return PaletteModel::tr("Actions");
  case Kind::Part: // its head names the record
  case Kind::Place:
    break;
  }
  return PaletteModel::tr("Go to");
}

QString spoken(const PaletteHit &hit) {
  QStringList parts{hit.entry.text};
  for (const auto &part : {hit.other, hit.entry.detail, hit.entry.planName, hit.entry.keys})
    if (!part.isEmpty())
      parts.append(part);
  return parts.join(u", "_s);
}

struct Group {
  Kind kind = Kind::Action;
  std::vector<PaletteHit> hits;

  /// What begins with what was typed is meant before what only has it somewhere.
  [[nodiscard]] bool isMeant() const { return hits.front().fit <= Fit::Beginning; }
};

std::vector<Group> grouped(std::vector<PaletteHit> hits, std::size_t most) {
  std::map<Kind, Group> byKind;
  for (auto &hit : hits) {
    auto &group = byKind[hit.entry.kind];
    group.kind = hit.entry.kind;
    group.hits.push_back(std::move(hit));
  }
  std::vector<Group> groups;
  for (auto &[kind, group] : byKind) {
    std::stable_sort(group.hits.begin(), group.hits.end(), isBetter);
    if (group.hits.size() > most)
      group.hits.erase(group.hits.begin() + static_cast<std::ptrdiff_t>(most), group.hits.end());
    groups.push_back(std::move(group));
  }
  std::stable_sort(groups.begin(), groups.end(), [](const Group &one, const Group &other) {
    return one.isMeant() && !other.isMeant();
  });
  return groups;
}

} // namespace

PaletteModel::PaletteModel(Connection &connection, QObject *parent)
    : QAbstractListModel(parent), m_records(connection) {
  connect(&m_records, &RecordSearch::changed, this, &PaletteModel::arrange);
}

void PaletteModel::setOffers(const std::vector<PaletteEntry> &offers) {
  m_offers = offers;
  arrange();
}

void PaletteModel::setQuery(const QString &query) {
  if (query == m_query)
    return;
  m_query = query;
  m_records.search(query);
  arrange();
}

void PaletteModel::retry() {
  m_records.search(m_query);
  arrange();
}

void PaletteModel::reset() {
  m_query.clear();
  m_records.search({});
  arrange();
}

std::vector<PaletteHit> PaletteModel::hits() const {
  std::vector<PaletteHit> hits;
  for (const auto *entries : {&m_records.found(), &m_offers})
    for (const auto &entry : *entries)
      if (auto hit = hitOf(entry, m_query))
        hits.push_back(std::move(*hit));
  return hits;
}

/// Of what is only found by the way nobody asks for more.
std::vector<PaletteHit> PaletteModel::partsOf(const PaletteHit &best) const {
  std::vector<PaletteHit> parts;
  if (!m_partsOf || best.fit > Fit::Words)
    return parts;
  for (auto &entry : m_partsOf(best.entry)) {
    auto match = matchText(entry.text, m_query);
    PaletteHit hit;
    hit.entry = std::move(entry);
    if (match)
      hit.ranges = std::move(match->ranges);
    parts.push_back(std::move(hit));
  }
  return parts;
}

void PaletteModel::arrange() {
  // Where nothing is typed there is room for all that the window offers.
  const bool isOpen = m_query.trimmed().isEmpty();
  beginResetModel();
  m_rows.clear();
  m_hitCount = 0;
  const auto append = [this](Kind kind, const QString &title, std::vector<PaletteHit> hits) {
    if (hits.empty())
      return;
    m_rows.push_back({kind, title});
    for (auto &hit : hits)
      m_rows.push_back({kind, {}, std::move(hit)});
    m_hitCount += static_cast<int>(hits.size());
  };
  for (auto &group : grouped(hits(), isOpen ? m_offers.size() : mostOfAKind)) {
    const auto best = group.hits.front();
    append(group.kind, titleOf(group.kind), std::move(group.hits));
    if (group.kind == Kind::Organization || group.kind == Kind::Invoice)
      append(Kind::Part, tr("More of %1").arg(best.entry.text), partsOf(best));
  }
  endResetModel();
  Q_EMIT changed();
}

int PaletteModel::firstHit() const {
  const auto first = std::find_if(m_rows.begin(), m_rows.end(), [](const Row &row) {
    return row.hit && row.hit->entry.isEnabled;
  });
  return first == m_rows.end() ? -1 : static_cast<int>(first - m_rows.begin());
}

int PaletteModel::rowOf(const PaletteEntry &entry) const {
  const auto known = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) {
    return row.hit && row.kind == entry.kind && row.hit->entry.key == entry.key &&
           row.hit->entry.text == entry.text;
  });
  return known == m_rows.end() ? -1 : static_cast<int>(known - m_rows.begin());
}

int PaletteModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const {
  if (!index.isValid())
    return {};
  const auto &row = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
  case Qt::DisplayRole:
    return row.hit ? row.hit->entry.text : row.title;
  case Qt::AccessibleTextRole:
    return row.hit ? spoken(*row.hit) : row.title;
  case PaletteGroupRole:
    return !row.hit;
  case PaletteHitRole:
    return row.hit ? QVariant::fromValue(*row.hit) : QVariant();
  default:
    return {};
  }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const {
  const auto *row = index.isValid() ? &m_rows[static_cast<std::size_t>(index.row())] : nullptr;
  if (!row || !row->hit)
    return Qt::NoItemFlags;
  const Qt::ItemFlags shown = Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
  return row->hit->entry.isEnabled ? shown | Qt::ItemIsEnabled : shown;
}

} // namespace tenantry::models
