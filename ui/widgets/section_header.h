// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QKeySequence>
#include <QList>
#include <QWidget>
#include <vector>

class QBoxLayout;
class QHBoxLayout;
class QPushButton;

namespace tenantry::ui {

class ElidedLabel;
class Label;

/// The head of a pane or of a part of it: what it lies in, title, one muted fact beside it, actions
/// on the right. Of a pane the fact stands below the title where there is no room beside it, and of
/// what it lies in the last stays longest.
class SectionHeader : public QWidget {
public:
  enum class Level {
    Pane,
    Part
  }; ///< 52 px with a 16 px title, or as high as its content with 14 px

  explicit SectionHeader(const QString &title, Level level = Level::Part,
                         QWidget *parent = nullptr);

  void setTitle(const QString &title);
  void setFact(const QString &fact);
  /// How the fact is computed, and as of when, where it is a figure.
  void setFormula(const QString &formula, const QString &asOf);
  void addAction(QWidget *action); ///< appended at the right
  /// What the title lies in, the outermost first: a click on it leads there.
  QPushButton *addCrumb();
  [[nodiscard]] QList<QPushButton *> crumbs() const;
  /// What it is called, and the key that leads there as well; without a text it is not shown.
  void setCrumb(QPushButton *crumb, const QString &text, const QKeySequence &keys = {});

protected:
  void resizeEvent(QResizeEvent *event) override;
  bool event(QEvent *event) override;

private:
  struct Crumb {
    QPushButton *button;
    QWidget *whole; ///< with the mark after it
    bool isSaid;
  };
  void arrange();
  int showCrumbs(int room);

  Level m_level;
  QHBoxLayout *m_trail;
  std::vector<Crumb> m_crumbs;
  Label *m_title;
  ElidedLabel *m_fact;
  QBoxLayout *m_texts;
  QHBoxLayout *m_layout;
};

} // namespace tenantry::ui
