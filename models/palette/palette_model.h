// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/palette/record_search.h"
#include <QAbstractListModel>
#include <functional>

namespace tenantry::models {

/// What PaletteModel says of a row besides its text.
enum PaletteRole {
  PaletteGroupRole = Qt::UserRole + 1, ///< bool: the head of a group, which cannot be chosen
  PaletteHitRole,                      ///< tenantry::models::PaletteHit; of a head invalid
};

/// Places, records and actions that fit what is typed, in groups, the best first. What the window
/// offers answers at once; records follow from the database, and those found before stay until
/// then as far as they still fit.
class PaletteModel : public QAbstractListModel {
  Q_OBJECT

public:
  static constexpr int mostOfAKind = 5;

  explicit PaletteModel(Connection &connection, QObject *parent = nullptr);

  /// Places and actions, in the order in which they stand where nothing is typed.
  void setOffers(const std::vector<PaletteEntry> &offers);
  /// What there is of a record besides itself, for the one that fits best.
  using PartsOf = std::function<std::vector<PaletteEntry>(const PaletteEntry &record)>;
  void setPartsOf(PartsOf partsOf) { m_partsOf = std::move(partsOf); }
  void setQuery(const QString &query);
  [[nodiscard]] const QString &query() const { return m_query; }
  /// Searches again for what is typed, after an error.
  void retry();
  /// Nothing is typed any more, and nothing runs.
  void reset();

  [[nodiscard]] bool isSearching() const { return m_records.isSearching(); }
  [[nodiscard]] const std::optional<Error> &error() const { return m_records.error(); }
  [[nodiscard]] int hitCount() const { return m_hitCount; }
  /// The first row that can be chosen; −1: none.
  [[nodiscard]] int firstHit() const;
  /// The row of that entry; −1: none.
  [[nodiscard]] int rowOf(const PaletteEntry &entry) const;

  int rowCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role) const override;
  Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
  void changed(); ///< rows, or whether it searches

private:
  struct Row {
    PaletteEntry::Kind kind = PaletteEntry::Kind::Action;
    QString title;                   ///< of the head of a group
    std::optional<PaletteHit> hit{}; ///< none: the head of its group
  };
  void arrange();
  [[nodiscard]] std::vector<PaletteHit> hits() const;
  [[nodiscard]] std::vector<PaletteHit> partsOf(const PaletteHit &best) const;

  RecordSearch m_records;
  std::vector<PaletteEntry> m_offers;
  PartsOf m_partsOf;
  std::vector<Row> m_rows;
  QString m_query;
  int m_hitCount = 0;
};

} // namespace tenantry::models

Q_DECLARE_METATYPE(tenantry::models::PaletteHit)
