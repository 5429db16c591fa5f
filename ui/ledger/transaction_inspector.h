// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/ledger/journal_view.h"
#include "services/core/zone.h"
#include "ui/shell/place.h"
#include "ui/widgets/surface.h"

class QPushButton;
class QStackedLayout;

namespace tenantry::ui {

class Card;
class EmptyState;
class InspectorHead;

/// Where an entry comes from: its document, or its organization where it has none.
[[nodiscard]] Place placeOf(const billing::JournalRow &row);

/// One transaction beside the journal: all its entries, which sum to zero, and the way to its
/// document and organization.
class TransactionInspector : public Surface {
  Q_OBJECT

public:
  explicit TransactionInspector(Zone zone, QWidget *parent = nullptr);

  void show(const billing::JournalTransaction &transaction, std::int64_t chosen);
  using QWidget::show;
  void showLoading();
  void showNothing();
  void showError(const Error &error);

Q_SIGNALS:
  void placeRequested(const tenantry::ui::Place &place);
  void organizationRequested(const tenantry::OrganizationId &organization); ///< its entries
  void retryRequested(); ///< of what could not be loaded

private:
  [[nodiscard]] QWidget *makeSheet();
  void addFact(Card *card, const QString &what, const QString &value);

  const Zone m_zone;
  billing::JournalRow m_row; ///< the first of those shown
  InspectorHead *m_head;
  Card *m_entries;
  Card *m_facts;
  QPushButton *m_document;
  EmptyState *m_state;
  QStackedLayout *m_pages;
};

} // namespace tenantry::ui
