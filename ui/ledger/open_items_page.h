// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/ledger/ledger_book.h"
#include "models/ledger/open_items_model.h"
#include "ui/lists/list_page.h"

namespace tenantry::ui {

class FigureTile;

/// What customers owe: how long it is due, and the invoices themselves.
class OpenItemsPage : public ListPage {
  Q_OBJECT

public:
  OpenItemsPage(models::Connection &connection, models::RunningWork &work, QWidget *pane);

  void show(const models::BookFacts &facts);
  using QWidget::show;
  void begin() override;
  [[nodiscard]] models::OpenItemsModel &list() { return m_list; }
  [[nodiscard]] FigureTile *tile(billing::DueAge age) const { return m_tiles.at(age); }

protected:
  void showFilter() override;

private:
  OpenItemsPage(models::Connection &connection, models::RunningWork &work,
                models::OpenItemsModel *list, QWidget *pane);
  [[nodiscard]] static ListSpec specOf();
  [[nodiscard]] static ListTable tableOf();
  [[nodiscard]] QWidget *makeTiles();

  const Zone m_zone;
  models::OpenItemsModel &m_list;
  std::map<billing::DueAge, FigureTile *> m_tiles;
};

} // namespace tenantry::ui
