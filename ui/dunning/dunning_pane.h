// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/dunning/dunning_figures.h"
#include "models/dunning/dunning_list_model.h"
#include "models/dunning/dunning_view.h"
#include "ui/lists/list_pane.h"

class QPushButton;

namespace tenantry::ui {

class DunningDetail;
class FiguresBar;

/// The board of dunning: steps with what stands in them, the cases by what comes next, and the one
/// that is looked at.
class DunningPane : public ListPane {
  Q_OBJECT

public:
  DunningPane(models::Connection &connection, models::RunningWork &work, QWidget *parent = nullptr);

  [[nodiscard]] QString heading() const override;
  [[nodiscard]] QChar letter() const override { return u'D'; }
  [[nodiscard]] Tone countTone() const override { return Tone::Danger; }
  void open(const Place &place) override;
  void reload() override;
  bool stepBack() override;
  [[nodiscard]] bool isSettled() const override;

  [[nodiscard]] models::DunningListModel &list() { return m_list; }
  [[nodiscard]] const models::DunningView &chosen() const { return m_chosen; }
  [[nodiscard]] DunningDetail *detail() const { return m_detail; }
  [[nodiscard]] FiguresBar *bar() const { return m_bar; }

protected:
  bool stopBeside() override;
  void showFilter() override;
  void showCount() override {} ///< the figures say it
  [[nodiscard]] QString headFormula() const override {
    return tr("All open cases, and what is due of their invoices.");
  }
  [[nodiscard]] models::PagedListModel::ViewSettings filterOf(const Place &place) const override;

private:
  DunningPane(models::Connection &connection, models::RunningWork &work,
              models::DunningListModel *list, models::DunningFigures *figures, QWidget *parent);
  [[nodiscard]] static ListSpec specOf(const models::DunningFigures &figures);
  [[nodiscard]] static ListTable tableOf();
  [[nodiscard]] static QList<FilterOffer> filtersOf(const models::DunningFigures &figures);
  void setUpActs();
  void connectList();
  void connectChosen();
  void chooseCase(const QString &key);
  void showFacts();
  void tell(const QString &what, const QString &where, Tone tone);
  [[nodiscard]] Place place() const;

  models::DunningListModel &m_list;
  models::DunningFigures &m_figures;
  models::DunningView m_chosen;
  FiguresBar *m_bar;
  QPushButton *m_retry;
  DunningDetail *m_detail;
};

} // namespace tenantry::ui
