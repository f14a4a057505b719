package browser

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
)

// Tree is the whole page at one moment as assistive technology has it: every
// number in it belongs to the same state.
type Tree struct {
	nodes map[accessibility.NodeID]*accessibility.Node
	order []*accessibility.Node
}

// Tree returns the page's accessibility tree.
func (p *Page) Tree() Tree {
	p.tb.Helper()
	tree := Tree{nodes: map[accessibility.NodeID]*accessibility.Node{}}
	p.try("reading the accessibility tree", func(ctx context.Context) error {
		if p.frame != nil {
			return errors.New("only of a page at the top")
		}
		t, err := connection(ctx, p.doc)
		if err != nil {
			return err
		}
		res, err := cdp.Call(ctx, t, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		if err != nil {
			return err
		}
		tree.order = res.Nodes
		for _, node := range res.Nodes {
			tree.nodes[node.NodeID] = node
		}
		return nil
	})
	return tree
}

// Text is the text of the one element with the role and the name.
func (t Tree) Text(role, name string) (string, error) {
	node, err := t.find(role, name)
	if err != nil {
		return "", err
	}
	return t.text(node), nil
}

// Description is the accessible description of the one element with the role
// and the name.
func (t Tree) Description(role, name string) (string, error) {
	node, err := t.find(role, name)
	if err != nil {
		return "", err
	}
	return text(node.Description), nil
}

// Rows are the texts of the cells of a table, row by row, the head included.
func (t Tree) Rows(table string) ([][]string, error) {
	node, err := t.find("table", table)
	if err != nil {
		return nil, err
	}
	var rows [][]string
	t.walk(node, func(n *accessibility.Node) {
		switch text(n.Role) {
		case "row":
			rows = append(rows, nil)
		case "cell", "gridcell", "columnheader":
			if len(rows) > 0 {
				rows[len(rows)-1] = append(rows[len(rows)-1], t.text(n))
			}
		}
	})
	return rows, nil
}

func (t Tree) find(role, name string) (*accessibility.Node, error) {
	if r, ok := roles[role]; ok {
		role = r
	}
	var found *accessibility.Node
	for _, node := range t.order {
		if node.Ignored || text(node.Role) != role || text(node.Name) != name {
			continue
		}
		if found != nil {
			return nil, fmt.Errorf("several %s %q on the page, want one", role, name)
		}
		found = node
	}
	if found == nil {
		return nil, fmt.Errorf("no %s %q on the page", role, name)
	}
	return found, nil
}

// walk visits a node and all below it, in the order of the document.
func (t Tree) walk(node *accessibility.Node, visit func(*accessibility.Node)) {
	visit(node)
	for _, id := range node.ChildIDs {
		if child := t.nodes[id]; child != nil {
			t.walk(child, visit)
		}
	}
}

// text is what stands below a node.
func (t Tree) text(node *accessibility.Node) string {
	var words []string
	t.walk(node, func(n *accessibility.Node) {
		if text(n.Role) == "StaticText" {
			words = append(words, text(n.Name))
		}
	})
	return strings.Join(words, " ")
}

// Value is what stands in the one field with the role and the name.
func (t Tree) Value(role, name string) (string, error) {
	node, err := t.find(role, name)
	if err != nil {
		return "", err
	}
	return text(node.Value), nil
}

// Has returns an error unless the text of the one element with the role and the
// name is as wanted.
func (t Tree) Has(role, name, want string) error {
	got, err := t.Text(role, name)
	if err == nil && got != want {
		err = fmt.Errorf("%s %q is %q, want %q", role, name, got, want)
	}
	return err
}
